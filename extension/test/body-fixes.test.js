import assert from "node:assert/strict";
import { test } from "node:test";
import { closingEdits, greetingEdits, ownTextOf, quietEdits } from "../src/outgoing/fixes/body.js";

const line = text => text.startsWith("|") ? { text: text.slice(1), others: true, shown: false } : { text, others: false, shown: false };
const lines = text => text.split("\n").map(line);
const voice = { language: "en", names: new Set(["ann"]), acronyms: new Set() };

test("one's own text is without quotes, their introductions, signatures and what is forwarded", () => {
  for (const [text, own] of [
    ["Yes.\n\nOn Mon, 2 Nov 2026, Ann\nwrote:\n> Will you?\n\nOn Monday.\n-- \nBob\n", "Yes.\nOn Monday."],
    ["Top.\n-- \nBob\n\nLe 2 nov. 2026, Ann a écrit :\n> Quoi ?\nDessous.\n", "Top.\nDessous."],
    ["See below.\n-------- Message transféré --------\nObjet : x\n\nautre", "See below."],
    ["On Monday I wrote:\nnothing at all.", "On Monday I wrote:\nnothing at all."],
    ["Yes.\n|On Monday, Ann wrote:\n|Will you?\nThen.\n|-- \n|Bob", "Yes.\nThen."],
    ["Yes.\nDe : Ann\nEnvoyé : lundi\nÀ : Bob\nObjet : x\nQuoi ?", "Yes."],
    ["From: the lake to the sea.\nIt is far.", "From: the lake to the sea.\nIt is far."],
  ]) {
    assert.equal(ownTextOf(lines(text)), own);
  }
});

test("the greeting stands above everything, also a quote; empty lines on top are left alone", () => {
  assert.deepEqual(greetingEdits(lines("Yes.\n|Will you?"), "Hello,"), [{ act: "add", line: 0, text: "Hello,", above: true }]);
  assert.deepEqual(greetingEdits(lines("\n|Will you?\nYes."), "Hello,"), [{ act: "add", line: 1, text: "Hello,", above: true }]);
  assert.equal(greetingEdits(lines("\n"), "Hello,")[0].line, 0);
});

test("the closing stands below the last own words, with a comma where something follows", () => {
  const closed = text => closingEdits(lines(text), "Best regards", "Bob Builder").map(({ line: at, text: said, above }) => `${at} ${above ? "above" : "below"} ${said}`)[0];
  assert.equal(closed("Yes.\n\n|On Monday, Ann wrote:\n|Will you?\n|-- \n|Bob"), "0 below Best regards,");
  assert.equal(closed("|On Monday, Ann wrote:\n|Will you?\nYes.\n-- \nBob"), "2 below Best regards,");
  assert.equal(closed("> Will you?\nYes.\n> When?\nMonday."), "3 below Best regards");
  assert.equal(closed("Yes."), "0 below Best regards");
});

test("who has signed with the name finds the closing above it", () => {
  const above = (text, writer) => closingEdits(lines(text), "Cordialement", writer)[0].above;
  assert.equal(above("Voici.\n\nBob", "Bob Builder"), true);
  assert.equal(above("Voici.\nB. Builder", "Bob Builder"), true);
  assert.equal(above("Voici.\nBuilder's plan", "Bob Builder"), false);
  assert.equal(above("Bob", "Bob Builder"), false);
  assert.equal(above("Voici.\nBob", ""), false);
});

test("shouting lines are lowered, others stay, and a sentence goes on over a line that was wrapped", () => {
  const text = "HELLO ANN,\n\nI HAVE BEEN WAITING FOR YOUR ANSWER, AND THE TRAIN OF THE SNCF, FOR\nTHE WHOLE WEEK. WHY?\nthe NATO report is calm\n|QUOTED AND LOUD\nBEST WISHES";
  const edits = quietEdits(lines(text), voice);
  assert.deepEqual(edits.map(({ line: at, text: said }) => [at, said]), [
    [6, "Best wishes"],
    [3, "the whole week. Why?"],
    [2, "I have been waiting for your answer, and the train of the SNCF, for"],
    [0, "Hello Ann,"],
  ]);
});

test("an abbreviation on a line of its own is no shout that can be mended", () => {
  assert.deepEqual(quietEdits(lines("NASA\nOK"), voice), []);
});
