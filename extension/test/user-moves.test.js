import assert from "node:assert/strict";
import { test } from "node:test";
import { OwnMoves } from "../src/incoming/own-moves.js";
import { Unanswered } from "../src/incoming/patience.js";
import { noteUserMoves } from "../src/journal/user-moves.js";

const at = (id, path, inbox = false) => ({ id, headerMessageId: `m${id}`, folder: { path, accountId: "a", specialUse: inbox ? ["inbox"] : [] } });

async function noted(before, after) {
  const notes = [];
  await noteUserMoves({ outbox: { add: async (method, params) => { notes.push([method, params]); } }, headers: async () => ({ received: ["by mx id 1"] }) }, before, after);
  return notes;
}

test("what the user puts back into the inbox, or takes out of it, is noted", async () => {
  assert.deepEqual(await noted([at(1, "/Family"), at(2, "/INBOX", true)], [at(1, "/INBOX", true), at(2, "/Family")]), [
    ["messages/filed", { account: "a", intoInbox: true, messages: [{ headerMessageId: "m1", received: "by mx id 1" }] }],
    ["messages/filed", { account: "a", intoInbox: false, messages: [{ headerMessageId: "m2", received: "by mx id 1" }] }]]);
});

test("moves between other folders are not", async () => {
  assert.deepEqual(await noted([at(1, "/Family")], [at(2, "/Club")]), []);
});

test("a move of Tripostal's own is told from the user's, once", async () => {
  const own = new OwnMoves();
  await own.during([1], async () => undefined);
  assert.deepEqual([own.isOwn(1), own.isOwn(1)], [true, false]);
});

test("a move of Tripostal's that failed does not hide the user's", async () => {
  const own = new OwnMoves();
  await assert.rejects(own.during([1], async () => { throw new Error("no"); }));
  assert.equal(own.isOwn(1), false);
});

test("a move of Tripostal's that Thunderbird did not answer is still Tripostal's when it is done after all", async () => {
  const own = new OwnMoves();
  await assert.rejects(own.during([1], async () => { throw new Unanswered("move", 60_000); }));
  assert.equal(own.isOwn(1), true);
});
