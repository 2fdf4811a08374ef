import assert from "node:assert/strict";
import { test } from "node:test";
import { replyToAll } from "../src/outgoing/fixes/reply-all.js";
import { Originals } from "../src/outgoing/original.js";

const original = { author: "Ann <ann@x.org>", recipients: ["Me <me@x.org>", "Bob <BOB@x.org>"], ccList: ["carl@x.org"] };

test("who is missing comes to To or Cc as in the original; oneself never, and nobody twice", () => {
  assert.deepEqual(replyToAll({ from: "Me <me@home.org>", to: ["Ann <ann@x.org>"], cc: [], bcc: [] }, original, ["me@x.org"]),
    { to: ["Ann <ann@x.org>", "Bob <BOB@x.org>"], cc: ["carl@x.org"] });
  assert.deepEqual(replyToAll({ from: "me@x.org", to: "bob@x.org", cc: undefined, bcc: ["Carl <carl@x.org>"] }, original, []),
    { to: ["bob@x.org", "Ann <ann@x.org>"], cc: [] });
});

test("the original is looked up for a reply only, and a reply to one that is gone is checked without", async () => {
  const header = { headerMessageId: "1", date: new Date("2026-11-02T10:00:00Z"), author: "Ann <ann@x.org>" };
  const mail = { get: async id => id === 7 ? header : Promise.reject(new Error("no message")), headers: async () => ({ "reply-to": ["x@x.org"] }) };
  assert.deepEqual((await new Originals(mail).of({ type: "reply", relatedMessageId: 7 })).headers, { "reply-to": ["x@x.org"] });
  assert.equal(await new Originals(mail).of({ type: "forward", relatedMessageId: 7 }), null);
  assert.equal(await new Originals(mail).of({ type: "reply", relatedMessageId: 8 }), null);
  assert.equal(await new Originals(mail).of({ type: "reply" }), null);
});
