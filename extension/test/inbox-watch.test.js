import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock, settled } from "../fakes/clock.js";
import { FakeJournal } from "../fakes/journal.js";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { InboxWatch } from "../src/incoming/inbox-watch.js";
import { Stored } from "../src/store.js";

const INBOX = { accountId: "a", path: "/INBOX" };

/** A watch over one inbox; what it hands to the sorter is noted, and then counts as judged. */
function world({ seen = ["a"], waiting = [] } = {}) {
  const area = new FakeArea({ seen });
  const clock = new FakeClock();
  const journal = new FakeJournal();
  const mail = new FakeMail();
  const taken = [];
  const troubles = [];
  let drains = 0;
  const sorter = {
    take: async (_account, _folder, headers, compared) => { taken.push(...headers.map(({ id }) => id)); assert.equal(compared, true); },
    waiting: async () => new Set(waiting),
    drain: async () => { drains++; },
  };
  const watch = new InboxWatch({ request: journal.request, mail, sorter, seen: new Stored(area, "seen", []), onTrouble: error => troubles.push(error.message),
    timers: clock, clock: () => 0 });
  return { area, clock, drains: () => drains, journal, mail, taken, troubles, watch };
}

test("what was in an inbox before Tripostal is left alone; what nobody told of later is judged", async () => {
  const { mail, taken, watch } = world();
  mail.deliver("old");
  await watch.look();
  const { id } = mail.deliver("read elsewhere", { read: true });
  await watch.look();
  assert.deepEqual(taken, [id]);
});

test("mail that waits for the host since before it was first there is not taken for old", async () => {
  const { area, journal, mail, watch } = world({ seen: [], waiting: ["new"] });
  mail.deliver("old");
  mail.deliver("new");
  await watch.look();
  assert.deepEqual(journal.asked[0][1].messages, [{ headerMessageId: "old" }]);
  assert.deepEqual(area.values.seen, ["a"]);
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
