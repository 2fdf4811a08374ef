import assert from "node:assert/strict";
import { test } from "node:test";
import { enqueue, enter, nextBatch, putBack } from "../src/incoming/queue.js";

const entry = (headerMessageId, extra = {}) => ({ account: "a", folder: "/INBOX", headerMessageId, tries: 0, ...extra });
const ids = entries => entries.map(({ headerMessageId }) => headerMessageId);

test("the same Message-ID in two accounts is two messages", () => {
  assert.equal(enqueue([], [entry("1"), entry("1", { account: "b" }), entry("1")], []).length, 2);
});

test("a batch is of one account and folder, in the order in which they came", () => {
  const queue = [entry("1"), entry("2", { account: "b" }), entry("3"), entry("4", { folder: "/Other" })];
  assert.deepEqual(ids(nextBatch(queue)), ["1", "3"]);
});

test("messages over which the host was lost go to the end, and are then asked about alone", () => {
  const queue = putBack([entry("1"), entry("2"), entry("3")], [entry("1"), entry("2")]);
  assert.deepEqual(ids(queue), ["3", "1", "2"]);
  assert.deepEqual(ids(nextBatch(queue)), ["3"]);
  assert.deepEqual(ids(nextBatch(queue.slice(1))), ["1"]);
});

test("the ledger forgets the oldest first, and never grows past 2,000", () => {
  const ledger = enter(Array.from({ length: 2_000 }, (_, index) => `a ${index}`), [entry("new"), entry("5")]);
  assert.equal(ledger.length, 2_000);
  assert.equal(ledger[0], "a 1");
  assert.equal(ledger.at(-1), "a new");
});
