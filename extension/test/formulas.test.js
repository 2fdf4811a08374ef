import assert from "node:assert/strict";
import { test } from "node:test";
import { callName, closingFor, greetingFor } from "../src/outgoing/fixes/formulas.js";
import { languageOf } from "../src/outgoing/fixes/language.js";
import { ownText } from "../src/outgoing/fixes/own-text.js";
import { insertClosingInText, insertGreetingInText } from "../src/outgoing/fixes/plain-text.js";

test("one reader is greeted by name, several are not", () => {
  assert.equal(greetingFor("fr", { to: ["Marie Durand <m@x.org>"] }), "Bonjour Marie,");
  assert.equal(greetingFor("en", { to: ["Ann <a@x.org>"], cc: ["b@x.org"] }), "Hello,");
  assert.equal(greetingFor("en", { to: "ann@x.org" }), "Hello,");
  assert.equal(greetingFor("fr", { to: [{ type: "mailingList", id: "1" }] }), "Bonjour,");
});

test("the name to call somebody by", () => {
  for (const [name, called] of [["Ann Doe", "Ann"], ["Doe, Ann", "Ann"], ["DURAND Marie", "Marie"], ["M. Durand", "M. Durand"], ["Dr Ann Doe", "Dr Ann Doe"], ["ANN", "ANN"],
    ["Support (Example)", ""], ["ann@x.org", ""], ["The Committee For The Old Town", ""], ["M.", ""], ["", ""]]) {
    assert.equal(callName(name), called);
  }
});

test("the language is the text's, and Thunderbird's where the text says nothing", () => {
  assert.equal(languageOf("Voici le rapport, merci de le lire", "en-US"), "fr");
  assert.equal(languageOf("Please find the report attached", "fr"), "en");
  assert.equal(languageOf("ok", "fr-FR"), "fr");
  assert.equal(languageOf("", "de"), "en");
});

test("one's own text is without quotes, their introductions, signatures and what is forwarded", () => {
  assert.equal(ownText("Yes.\n\nOn Mon, 2 Nov 2026, Ann\nwrote:\n> Will you?\n\nOn Monday.\n-- \nBob\n"), "Yes.\nOn Monday.");
  assert.equal(ownText("Top.\n-- \nBob\n\nLe 2 nov. 2026, Ann a écrit :\n> Quoi ?\nDessous.\n"), "Top.\nDessous.");
  assert.equal(ownText("See below.\n-------- Message transféré --------\nObjet : x\n\nautre"), "See below.");
  assert.equal(ownText("On Monday I wrote:\nnothing at all."), "On Monday I wrote:\nnothing at all.");
});

test("in plain text the greeting stands above everything, the closing above quote and signature that follow", () => {
  assert.equal(insertGreetingInText("\n\nYes.\n", "Hello,"), "Hello,\n\nYes.\n");
  const closing = closingFor("en");
  assert.equal(insertClosingInText("Yes.\n\nOn Monday, Ann wrote:\n> Will you?\n\n-- \nBob", closing), "Yes.\n\nBest regards,\n\nOn Monday, Ann wrote:\n> Will you?\n\n-- \nBob");
  assert.equal(insertClosingInText("On Monday, Ann wrote:\n> Will you?\nYes.\n\n-- \nBob", closing), "On Monday, Ann wrote:\n> Will you?\nYes.\n\nBest regards,\n\n-- \nBob");
  assert.equal(insertClosingInText("Yes.", closing), "Yes.\n\nBest regards,");
});
