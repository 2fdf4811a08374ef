import assert from "node:assert/strict";
import { test } from "node:test";
import { callName, greetingFor } from "../src/outgoing/fixes/formulas.js";
import { languageOf } from "../src/outgoing/fixes/language.js";

test("one reader or two are greeted by name, more all together; those in Cc are not spoken to", () => {
  assert.equal(greetingFor("fr", { to: ["Marie Durand <m@x.org>"] }), "Bonjour Marie,");
  assert.equal(greetingFor("en", { to: ["Ann <a@x.org>"], cc: ["b@x.org"] }), "Hello Ann,");
  assert.equal(greetingFor("en", { to: ["Ann <a@x.org>", "Bob Doe <b@x.org>"] }), "Hello Ann and Bob,");
  assert.equal(greetingFor("fr", { to: ["Anne <a@x.org>", "b@x.org"] }), "Bonjour,");
  assert.equal(greetingFor("fr", { to: ["a@x.org", "b@x.org", "c@x.org"] }), "Bonjour à toutes et à tous,");
  assert.equal(greetingFor("en", { to: "ann@x.org" }), "Hello,");
  assert.equal(greetingFor("en", { to: [], cc: [] }), "Hello,");
  assert.equal(greetingFor("fr", { to: [{ type: "mailingList", id: "1" }] }), "Bonjour,");
});

test("the name to call somebody by", () => {
  for (const [name, called] of [["Ann Doe", "Ann"], ["Doe, Ann", "Ann"], ["DURAND Marie", "Marie"], ["M. Durand", "M. Durand"], ["Dr Ann Doe", "Dr Ann Doe"], ["ANN", "ANN"],
    ["Support (Example)", ""], ["ann@x.org", ""], ["The Committee For The Old Town", ""], ["Support Example", ""], ["Équipe Commande", ""], ["M.", ""], ["", ""]]) {
    assert.equal(callName(name), called);
  }
});

test("the language is the writer's, else that of what is answered, else Thunderbird's", () => {
  assert.equal(languageOf(["Voici le rapport, merci de le lire"], "en-US"), "fr");
  assert.equal(languageOf(["Please find the report attached"], "fr"), "en");
  assert.equal(languageOf(["ok", "ok\nVoulez-vous venir avec nous ?"], "en-US"), "fr");
  assert.equal(languageOf(["ok"], "fr-FR"), "fr");
  assert.equal(languageOf([""], "de"), "en");
});
