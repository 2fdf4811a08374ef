import assert from "node:assert/strict";
import { test } from "node:test";
import { enqueue, nextBatch, putBack, remove, withoutStaleNumbers } from "../src/incoming/queue.js";

const entry = (headerMessageId, extra = {}) => ({ account: "a", folder: "/INBOX", headerMessageId, id: Number(headerMessageId), session: "s", compared: false, tries: 0, ...extra });
const ids = entries => entries.map(({ headerMessageId }) => headerMessageId);

test("the same Message-ID in two accounts is two messages, and so are two copies in one inbox; the same copy is one", () => {
  assert.equal(enqueue([], [entry("1"), entry("1", { account: "b" }), entry("1"), entry("1", { id: 9 })]).length, 3);
});

test("a message that the event reported, and that the look into the inbox then finds unknown, waits once and is not asked about again", () => {
  assert.deepEqual(enqueue([entry("1")], [entry("1", { compared: true })]).map(({ compared }) => compared), [true]);
});

test("numbers of an earlier session mean nothing; the message takes up its place again when it is reported anew", () => {
  const [stale] = withoutStaleNumbers([entry("1", { tries: 2, compared: true })], "later");
  assert.deepEqual([stale.id, stale.compared, stale.tries], [undefined, false, 2]);
  assert.deepEqual(enqueue([stale], [entry("1", { id: 77, session: "later" })]).map(({ id, tries }) => [id, tries]), [[77, 2]]);
  assert.deepEqual(withoutStaleNumbers([entry("1")], "s"), [entry("1")]);
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

test("striking off one copy leaves the other", () => {
  assert.deepEqual(remove([entry("1"), entry("1", { id: 9 })], [entry("1")]).map(({ id }) => id), [9]);
});

test("what was left once comes after all that is new, when it is due, and in smaller batches each time", () => {
  const left = Array.from({ length: 60 }, (_, index) => entry(`${index}`, { fails: 3, notBefore: 1_000 }));
  const queue = [...left, entry("100")];
  assert.deepEqual(ids(nextBatch(queue, 1_000)), ["100"]);
  assert.deepEqual(nextBatch(left, 999), []);
  assert.equal(nextBatch(left, 1_000).length, 7);
  assert.equal(nextBatch(left.map(one => ({ ...one, fails: 99 })), 1_000).length, 1);
});
