import assert from "node:assert/strict";
import { test } from "node:test";
import { Judged } from "../src/outgoing/judged.js";
import { toWire } from "../src/outgoing/wire.js";

const DETAILS = {
  from: "Me <me@x.org>", to: ["ann@x.org"], cc: ["bob@x.org"], bcc: [], replyTo: [], subject: "Monday", type: "reply", isPlainText: false,
  body: "<p>Hello Ann</p>", plainTextBody: "Hello Ann" };
const FILES = [{ id: 1, name: "a.pdf", size: 1234 }];
const ORIGINAL = { headerMessageId: "1@x.org", author: "ann@x.org", headers: {} };

function judged() {
  const world = { state: { kind: "ready" }, clock: 0, asked: [], answer: async () => [`answer ${world.asked.length}`] };
  const made = new Judged({ ask: message => { world.asked.push(message); return world.answer(); }, state: () => world.state, now: () => world.clock });
  const of = (details = DETAILS, { files = FILES, account = "account1", original = ORIGINAL, tab = 7 } = {}) => made.of(tab, toWire(details, files, account, original));
  return { world, made, of };
}

test("what was judged to the last letter is not judged again", async () => {
  const { world, of } = judged();
  assert.deepEqual(await of(), ["answer 1"]);
  assert.deepEqual(await of(structuredClone(DETAILS), { files: structuredClone(FILES) }), ["answer 1"]);
  assert.equal(world.asked.length, 1);
});

for (const [what, changed] of Object.entries({
  "a letter of the text": { body: "<p>Hello Anna</p>", plainTextBody: "Hello Anna" },
  "its form alone": { body: "<p>Hello <b>Ann</b></p>" },
  "HTML to plain": { isPlainText: true },
  "the subject": { subject: "Tuesday" },
  "who it goes to": { to: ["ann@x.org", "eve@x.org"] },
  "who gets a copy": { cc: [] },
  "who gets a blind copy": { bcc: ["bob@x.org"] },
  "where an answer goes": { replyTo: ["other@x.org"] },
  "the sender": { from: "Me <other@x.org>" },
  "an answer to a message of its own": { type: "new" },
})) {
  test(`judged anew after a change: ${what}`, async () => {
    const { world, of } = judged();
    await of();
    assert.deepEqual(await of({ ...DETAILS, ...changed }), ["answer 2"]);
    assert.equal(world.asked.length, 2);
  });
}

for (const [what, changed] of Object.entries({
  "one attachment more": { files: [...FILES, { id: 2, name: "b.pdf", size: 1 }] },
  "no attachment any more": { files: [] },
  "an attachment's name": { files: [{ id: 1, name: "b.pdf", size: 1234 }] },
  "an attachment's size": { files: [{ id: 1, name: "a.pdf", size: 12_345_678 }] },
  "the account": { account: "account2" },
  "the message that is answered": { original: { ...ORIGINAL, author: "bob@x.org" } },
  "no original any more": { original: null },
})) {
  test(`judged anew after a change: ${what}`, async () => {
    const { world, of } = judged();
    await of();
    assert.deepEqual(await of(DETAILS, changed), ["answer 2"]);
    assert.equal(world.asked.length, 2);
  });
}

test("judged anew when rules or settings have changed, or the connection", async () => {
  const { world, of } = judged();
  await of();
  world.state = { kind: "ready" }; // as the connection makes a new one of each word of the host's
  assert.deepEqual(await of(), ["answer 2"]);
});

test("an answer that was on its way while rules or settings changed counts for nobody later", async () => {
  const { world, of } = judged();
  let answer;
  world.answer = () => new Promise(resolve => { answer = resolve; });
  const first = of();
  world.state = { kind: "ready" };
  answer(["old"]);
  await first;
  world.answer = async () => ["new"];
  assert.deepEqual(await of(), ["new"]);
});

test("judged anew after a minute: a rule may look at the clock", async () => {
  const { world, of } = judged();
  await of();
  world.clock = Judged.LASTS - 1;
  assert.deepEqual(await of(), ["answer 1"]);
  world.clock = Judged.LASTS;
  assert.deepEqual(await of(), ["answer 2"]);
});

test("what is being judged for the sign is not asked a second time by Send", async () => {
  const { world, of } = judged();
  let answer;
  world.answer = () => new Promise(resolve => { answer = resolve; });
  const both = [of(), of()];
  answer(["said"]);
  assert.deepEqual(await Promise.all(both), [["said"], ["said"]]);
  assert.equal(world.asked.length, 1);
});

test("a failure is everybody's who waits for it, and the next asks anew", async () => {
  const { world, of } = judged();
  world.answer = async () => { throw new Error("no host"); };
  const both = [of(), of()];
  await assert.rejects(both[0], /no host/);
  await assert.rejects(both[1], /no host/);
  world.answer = async () => ["said"];
  assert.deepEqual(await of(), ["said"]);
});

test("what was changed and changed back is found again, and what lies further back is not", async () => {
  const { world, of } = judged();
  await of();
  await of({ ...DETAILS, subject: "Tuesday" });
  assert.deepEqual(await of(), ["answer 1"]);
  await of({ ...DETAILS, subject: "Wednesday" });
  await of();
  assert.equal(world.asked.length, 4);
});

test("each window has answers of its own, and a window that is gone leaves none", async () => {
  const { world, made, of } = judged();
  await of();
  await of(DETAILS, { tab: 8 });
  assert.equal(world.asked.length, 2);
  made.forget(7);
  await of();
  await of(DETAILS, { tab: 8 });
  assert.equal(world.asked.length, 3);
});
