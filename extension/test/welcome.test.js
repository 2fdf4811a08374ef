import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { remedies } from "../src/pages/why-wrong.js";
import { Stored } from "../src/store.js";
import { welcome } from "../src/welcome.js";

test("the page of the first minutes opens once, when it is clear whether the program is there", async () => {
  const due = new Stored(new FakeArea({ welcome: "due" }), "welcome", "");
  const opened = [];
  const meet = (kind, active = false) => welcome({ kind, active }, due, async () => { opened.push(kind); });
  await meet("connecting");
  await meet("never-started");
  await meet("ready");
  assert.deepEqual(opened, ["never-started"]);
});

test("it does not open where sorting is switched on already, nor after an update", async () => {
  const opened = [];
  await welcome({ kind: "ready", active: true }, new Stored(new FakeArea({ welcome: "due" }), "welcome", ""), async () => { opened.push(1); });
  await welcome({ kind: "ready", active: false }, new Stored(new FakeArea(), "welcome", ""), async () => { opened.push(2); });
  assert.deepEqual(opened, []);
});

test("what is offered against a wrong decision depends on what decided", () => {
  const matched = [{ field: "from", value: "ann@example.org" }];
  const author = "Ann <ann@example.org>";
  assert.deepEqual(remedies([{ type: "file-into", pack: "sorting", rule: "Sort by sender", matched }], author), ["never", "route"]);
  assert.deepEqual(remedies([{ type: "file-into", pack: "sorting", rule: "A mailing list has its folder", matched: [{ field: "list", value: "x" }] }], author), ["never", "rule"]);
  assert.deepEqual(remedies([{ type: "mark-junk", pack: "spam", rule: "Spam by its score" }], author), ["not-spam", "never", "rule"]);
  assert.deepEqual(remedies([{ type: "file-into", pack: "mine", rule: "Invoices" }], author), ["rule"]);
  assert.deepEqual(remedies([{ type: "flag", pack: "mine", rule: "Stars" }], author), ["rule"]);
  assert.deepEqual(remedies([], author), []);
});
