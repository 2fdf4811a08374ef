import assert from "node:assert/strict";
import { test } from "node:test";
import { passageFor } from "../src/outgoing/passage.js";

const lines = text => text.split("\n").map(line => ({ text: line, others: line.startsWith(">"), shown: false }));
const of = (code, text, { matched = [], ...more } = {}) => passageFor({ code, matched }, { details: {}, lines: lines(text), coloured: [], attachments: [], ...more });

test("a finding shows the place that it speaks of", () => {
  const text = "Où es-tu ?\nI AM WAITING HERE\n> QUOTE\nJe joins  le plan en Pièce\njointe à ce message.\nBob";
  assert.deepEqual(of("missing-greeting", text), { text: "Où es-tu ?", mark: "" });
  assert.deepEqual(of("missing-closing", text), { text: "Bob", mark: "" });
  assert.deepEqual(of("shouting-body", text), { text: "I AM WAITING HERE", mark: "" });
  assert.deepEqual(of("coloured-text", text, { coloured: ["Monday", "old"] }), { text: "Monday … old", mark: "" });
  assert.deepEqual(of("large-attachment", "", { attachments: [{ name: "a.pdf" }, { name: "b.jpg" }] }), { text: "a.pdf, b.jpg", mark: "" });
  assert.deepEqual(of("exposed-recipients", "", { details: { to: ["Ann <a@x.org>", "b@x.org"], cc: "c@x.org" } }), { text: "Ann, b@x.org, c@x.org", mark: "" });
  assert.equal(of("empty-subject", text), null);
  assert.equal(of("missing-greeting", "> only a quote"), null);
});

test("words that a rule found are marked where they stand, as they are written, also over two lines", () => {
  const matched = [{ field: "attachmentMention", value: "en piece jointe" }];
  assert.deepEqual(of("forgotten-attachment", "Bonjour\nle plan en Pièce\njointe à ce message.", { matched }), { text: "le plan en Pièce jointe à ce message.", mark: "en Pièce jointe" });
  assert.deepEqual(of("forgotten-attachment", "First.\nAttached is it.", { matched: [{ value: "attached" }] }), { text: "Attached is it.", mark: "Attached" });
  assert.equal(of("forgotten-attachment", "nothing of the kind", { matched }), null);
  const long = of("forgotten-attachment", `${"so many words ".repeat(20)}and the plan en pièce jointe ${"more words ".repeat(20)}`, { matched });
  assert.match(long.text, /^… .*en pièce jointe.* …$/);
  assert.ok(long.text.length < 170);
});
