import assert from "node:assert/strict";
import { test } from "node:test";
import { Originals } from "../src/outgoing/original.js";

const REPLY = { type: "reply", relatedMessageId: 5 };
const HEADER = { id: 5, headerMessageId: "2@x.org", author: "Ann <ann@x.org>", recipients: ["me@x.org"], ccList: [], bccList: [], subject: "s", date: new Date(0), folder: { path: "/INBOX" } };

function originals({ get = async () => HEADER, headers = async () => ({ references: ["<0@x.org>\t<1@x.org>"], "in-reply-to": ["<1@x.org>"] }) } = {}) {
  const asked = [];
  const made = new Originals({
    get: async id => { asked.push(`get ${id}`); return get(id); }, headers,
    sent: async () => [{ id: "sent1" }, { id: "sent2" }],
    query: async what => {
      asked.push(`${what.folderId} ${what.headerMessageId}`);
      return { messages: what.headerMessageId === "1@x.org" && what.folderId === "sent1" ? [{ id: 3, recipients: ["a@x.org"], ccList: [], bccList: [], subject: "s" }] : [] };
    } });
  return { asked, made };
}

test("a message that is answered is looked up once, also by two who ask at the same moment", async () => {
  const { asked, made } = originals();
  const [one, other] = await Promise.all([made.of(REPLY), made.of(REPLY)]);
  assert.equal(one.headerMessageId, "2@x.org");
  assert.equal(one, other);
  assert.equal(await made.of(REPLY), one);
  assert.deepEqual(asked, ["get 5"]);
});

test("what is no answer has no original, and nothing is looked up", async () => {
  const { asked, made } = originals();
  assert.equal(await made.of({ type: "new" }), null);
  assert.equal(await made.of({ type: "forward", relatedMessageId: 5 }), null);
  assert.deepEqual(asked, []);
});

test("another message is another original", async () => {
  const { asked, made } = originals({ get: async id => ({ ...HEADER, id, headerMessageId: `${id}@x.org` }) });
  assert.equal((await made.of(REPLY)).headerMessageId, "5@x.org");
  assert.equal((await made.of({ ...REPLY, relatedMessageId: 6 })).headerMessageId, "6@x.org");
  assert.deepEqual(asked, ["get 5", "get 6"]);
});

test("one that was not at hand is looked for again", async () => {
  let there = false;
  const { made } = originals({ get: async () => { if (!there) { throw new Error("no such message"); } return HEADER; } });
  assert.equal(await made.of(REPLY), null);
  there = true;
  assert.equal((await made.of(REPLY)).headerMessageId, "2@x.org");
});

test("of many that were answered the oldest is forgotten", async () => {
  const { asked, made } = originals();
  for (let id = 1; id <= 21; id++) {
    await made.of({ type: "reply", relatedMessageId: id });
  }
  await made.of({ type: "reply", relatedMessageId: 21 });
  assert.equal(asked.length, 21);
  await made.of({ type: "reply", relatedMessageId: 1 });
  assert.equal(asked.length, 22);
});

test("the user's own earlier messages of a thread are looked for in what was sent, and again when more was sent", async () => {
  const { asked, made } = originals();
  const original = await made.of(REPLY);
  asked.length = 0;
  const looked = ["sent1 0@x.org", "sent2 0@x.org", "sent1 1@x.org", "sent2 1@x.org"];
  assert.deepEqual(await made.earlier(original), [{ recipients: ["a@x.org"], ccList: [], bccList: [] }]);
  assert.deepEqual(asked, looked);
  await made.earlier(original);
  assert.deepEqual(asked, looked);
  made.sentChanged();
  await made.earlier(original);
  assert.deepEqual(asked, [...looked, ...looked]);
});

test("a message that begins a thread has no earlier ones, and no folder is asked for them", async () => {
  const { asked, made } = originals({ headers: async () => ({}) });
  assert.deepEqual(await made.earlier(await made.of(REPLY)), []);
  assert.deepEqual(asked, ["get 5"]);
});
