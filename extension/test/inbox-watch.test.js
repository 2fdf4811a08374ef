import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock, settled } from "../fakes/clock.js";
import { FakeJournal } from "../fakes/journal.js";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { Checkpoint } from "../src/incoming/checkpoint.js";
import { InboxWatch } from "../src/incoming/inbox-watch.js";
import { Outbox } from "../src/journal/outbox.js";
import { Stored } from "../src/store.js";

const INBOX = { accountId: "a", path: "/INBOX" };

/** A watch over one inbox; what it hands to the sorter is noted, and then counts as judged. */
function world({ seen = ["a"], met = {}, now = Date.parse("2026-11-02T09:00:00Z") } = {}) {
  const area = new FakeArea({ seen, met });
  const clock = new FakeClock();
  const journal = new FakeJournal();
  const mail = new FakeMail();
  const taken = [];
  const troubles = [];
  let drains = 0;
  const sorter = {
    take: async (_account, _folder, headers, compared) => { taken.push(...headers.map(({ id }) => id)); assert.equal(compared, true); },
    hasNewsOf: async () => taken.length > 0,
    drain: async () => { drains++; },
  };
  const checkpoint = new Checkpoint(new Stored(area, "checkpoint", {}), () => now);
  const outbox = new Outbox(new Stored(area, "outbox", []), journal.request);
  const watch = new InboxWatch({ request: journal.request, mail, sorter, checkpoint, outbox, seen: new Stored(area, "seen", []), met: new Stored(area, "met", {}), onTrouble: error => troubles.push(error.message),
    timers: clock, clock: () => now });
  return { area, checkpoint, clock, drains: () => drains, journal, mail, taken, troubles, watch };
}

test("what was in an inbox before Tripostal is left alone; what nobody told of later is judged", async () => {
  const { mail, taken, watch } = world();
  mail.deliver("old");
  await watch.look();
  const { id } = mail.deliver("read elsewhere", { read: true });
  await watch.look();
  assert.deepEqual(taken, [id]);
});

test("what came since the account was first noticed is not taken for old, though the program came later; its dates tell", async () => {
  const { area, journal, mail, taken, watch } = world({ seen: [], met: { a: "2026-11-02T08:00:00.000Z" } });
  mail.deliver("old", { date: new Date("2026-10-01T10:00:00Z") });
  const { id } = mail.deliver("new", { date: new Date("2026-11-02T08:30:00Z") });
  await watch.look();
  assert.deepEqual(journal.asked[0][1], { account: "a", complete: true, since: "2026-11-02T08:00:00.000Z",
    messages: [{ headerMessageId: "old", date: "2026-10-01T10:00:00Z" }, { headerMessageId: "new", date: "2026-11-02T08:30:00Z" }] });
  assert.deepEqual([taken, area.values.seen], [[id], ["a"]]);
});

test("an account that is there already keeps the moment at which it was first noticed", async () => {
  const { area, watch } = world({ seen: [] });
  await watch.notice("a");
  watch.clock = () => Date.parse("2026-12-01T00:00:00Z");
  await watch.notice("a");
  assert.deepEqual(area.values.met, { a: "2026-11-02T09:00:00.000Z" });
});

test("where the host has lost its journal, it is not told of a moment long past: old mail would begin to move", async () => {
  const { journal, watch } = world({ seen: ["a"], met: { a: "2026-01-01T00:00:00.000Z" } });
  await watch.look();
  assert.equal(journal.asked[0][1].since, undefined);
});

test("of two copies of a Message-ID, the topmost Received field says which one is new", async () => {
  const { journal, mail, taken, watch } = world();
  await watch.look();
  const first = mail.deliver("1", { received: "by mx id 1" });
  await watch.look();
  await journal.request("messages/filed", { account: "a", intoInbox: true, messages: [{ headerMessageId: "1", received: "by mx id 1" }] });
  const second = mail.deliver("1", { received: "by mx id 2" });
  await watch.look();
  assert.deepEqual(taken, [first.id, second.id]);
});

test("a change is looked into once things are calm, and only where the number of messages has changed", async () => {
  const { clock, drains, journal, mail, taken, watch } = world();
  await watch.look();
  const { id } = mail.deliver("1");
  watch.changed(INBOX, 1);
  watch.changed(INBOX, 2);
  watch.changed(INBOX, 2);
  assert.equal(clock.waiting, 1);
  await clock.advance(1_500);
  await settled();
  assert.deepEqual([taken, drains()], [[id], 1]);
  watch.changed(INBOX, 2);
  assert.equal(clock.waiting, 0);
  assert.equal(journal.asked.length, 2);
});

test("a large inbox is looked through for a tenth of the time at most", async () => {
  const { clock, journal, mail, watch } = world();
  let now = 0;
  watch.clock = () => now;
  mail.messagesIn = async () => { now += 10_000; return []; };
  await watch.look();
  watch.changed(INBOX, 1);
  await clock.advance(89_000);
  assert.equal(journal.asked.length, 1);
  await clock.advance(1_000);
  await settled();
  assert.equal(journal.asked.length, 2);
});

test("a host that cannot tell is told of, and the next change is looked into again", async () => {
  const { clock, journal, troubles, watch } = world();
  const { request } = watch;
  watch.request = async () => { throw new Error("journal.db is locked"); };
  watch.changed(INBOX, 1);
  await clock.advance(1_500);
  await settled();
  assert.deepEqual(troubles, ["journal.db is locked"]);
  watch.request = request;
  watch.changed(INBOX, 2);
  await clock.advance(1_500);
  await settled();
  assert.equal(journal.asked.length, 1);
});

/** What a host answers whose journal was lost: it knows nothing, and takes for old what came before the moment that it is told. */
function loseJournal(watch, asked = []) {
  const filed = [];
  watch.request = async (method, params) => {
    asked.push(params);
    return { unknown: params.messages.flatMap(({ date }, place) => date >= params.judgedUntil ? [place] : []), ambiguous: [], lost: true };
  };
  watch.outbox.request = async (method, params) => { filed.push([method, params.messages.map(({ headerMessageId }) => headerMessageId)]); };
  return filed;
}

test("where the host's journal is lost, mail that waits is judged all the same; what was dealt with before rests, also what had only just come", async () => {
  const { checkpoint, mail, taken, watch } = world({ now: Date.parse("2026-11-02T09:00:00Z") });
  mail.deliver("long there", { date: new Date("2026-11-02T08:00:00Z") });
  await watch.look();
  mail.deliver("just judged", { date: new Date("2026-11-02T08:55:00Z") });
  await checkpoint.passed("a", ["just judged"]);
  const { id } = mail.deliver("waits", { date: new Date("2026-11-02T08:56:00Z") });
  const asked = [];
  const filed = loseJournal(watch, asked);
  await watch.look();
  assert.deepEqual([taken, filed, asked[0].judgedUntil], [[id], [["messages/filed", ["just judged"]]], "2026-11-02T08:50:00.000Z"]);
});

test("while mail waits, judging has come no further: what came meanwhile would be taken for dealt with", async () => {
  const { area, mail, watch } = world();
  await watch.look();
  const before = area.values.checkpoint.a.until;
  mail.deliver("waits");
  watch.clock = () => Date.parse("2026-11-02T12:00:00Z");
  watch.checkpoint.clock = watch.clock;
  await watch.look();
  assert.equal(area.values.checkpoint.a.until, before);
});

test("of what was dealt with long ago the checkpoint keeps no list", async () => {
  const { area, checkpoint } = world();
  await checkpoint.passed("a", ["1"]);
  checkpoint.clock = () => Date.parse("2026-11-02T09:30:00Z");
  await checkpoint.passed("a", ["2"]);
  await checkpoint.reached("a");
  assert.deepEqual(area.values.checkpoint.a, { until: "2026-11-02T09:20:00.000Z", since: { 2: "2026-11-02T09:30:00.000Z" } });
});

test("of a flood of mail the checkpoint keeps the newest", async () => {
  const { area, checkpoint } = world();
  await checkpoint.passed("a", Array.from({ length: 2_000 }, (_, index) => `old ${index}`));
  await checkpoint.passed("a", ["new"]);
  const kept = Object.keys(area.values.checkpoint.a.since);
  assert.deepEqual([kept.length, kept.at(-1), kept[0]], [2_000, "new", "old 1"]);
});
