import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeJournal } from "../fakes/journal.js";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { HostError, HostGone } from "../src/host/rpc.js";
import { Checkpoint } from "../src/incoming/checkpoint.js";
import { Folders } from "../src/incoming/folders.js";
import { AddressBooks } from "../src/incoming/known.js";
import { Unanswered } from "../src/incoming/patience.js";
import { MOST_TRIES } from "../src/incoming/queue.js";
import { Sorter } from "../src/incoming/sorter.js";
import { Outbox } from "../src/journal/outbox.js";
import { noteUserMoves } from "../src/journal/user-moves.js";
import { Stored } from "../src/store.js";

const family = { type: "file-into", folder: "Family", pack: "sorting", rule: "Sort by sender", because: "it comes from Ann" };

/** A sorter with mail, storage, and a host that files everything into Family unless told otherwise. */
function world({ area = new FakeArea(), mail = new FakeMail(), journal = new FakeJournal(), active = true, session = "s1", clock = { now: Date.parse("2026-11-02T10:00:00Z"), planned: [] } } = {}) {
  journal.accounts.add("a"); // its inbox was looked into when the host connected
  journal.actions = message => host.answer(message);
  const host = {
    state: { active },
    asked: [],
    open: async () => undefined,
    answer: () => [family],
    request: async (method, params) => {
      if (method === "messages/judge") {
        host.asked.push(params.messages.map(({ headerMessageId }) => headerMessageId));
      }
      return journal.request(method, params);
    },
  };
  const request = (method, params) => host.request(method, params);
  const outbox = new Outbox(new Stored(area, "outbox", []), request);
  const troubles = [];
  const sorter = new Sorter({
    host, mail, folders: new Folders(mail), books: new AddressBooks(async () => []), outbox, now: () => new Date(clock.now), planAgain: when => clock.planned.push(when - clock.now),
    checkpoint: new Checkpoint(new Stored(area, "checkpoint", {}), () => clock.now), queue: new Stored(area, "queue", []), decisions: new Stored(area, "decisions", []), session: async () => session,
    onTrouble: error => troubles.push(error?.message ?? ""),
  });
  const arrive = async (...ids) => {
    await sorter.take("a", "/INBOX", ids.map(id => mail.deliver(id)));
    await sorter.drain();
  };
  /** The time that was planned last has come. */
  const later = () => { clock.now += clock.planned.at(-1); return sorter.drain(); };
  return { area, arrive, clock, host, journal, later, mail, outbox, request, sorter, troubles };
}

test("new mail goes where the host says, and the reason is kept to be shown", async () => {
  const { area, arrive, mail } = world();
  await arrive("1", "2");
  assert.deepEqual(mail.at("/Family"), ["1", "2"]);
  assert.deepEqual(area.values.queue, []);
  assert.equal(area.values.decisions.length, 2);
  assert.deepEqual(area.values.decisions[1], { at: "2026-11-02T10:00:00.000Z", account: "a", folder: "/INBOX", headerMessageId: "1",
    author: "Ann <ann@example.org>", subject: "about 1", outcome: "done", error: undefined, reason: undefined, value: undefined,
    actions: [{ type: "file-into", folder: "Family", tag: undefined, pack: "sorting", rule: "Sort by sender", because: "it comes from Ann" }] });
});

test("mail that comes while the host is missing waits, over a restart too, and is judged when it is back", async () => {
  const first = world();
  first.host.open = async () => { throw new HostGone("No such native application"); };
  await first.arrive("1");
  assert.deepEqual(first.mail.at("/INBOX"), ["1"]);
  const second = world({ area: new FakeArea(first.area.values), mail: first.mail });
  await second.sorter.drain();
  assert.deepEqual(second.mail.at("/Family"), ["1"]);
  assert.deepEqual(second.area.values.queue, []);
});

/** A host that dies over one message, until it is mended. */
function poisonedWorld(more = {}) {
  const made = world(more);
  const { request } = made.host;
  made.host.mended = false;
  made.host.request = async (method, params) => {
    if (!made.host.mended && method === "messages/judge" && params.messages.some(({ headerMessageId }) => headerMessageId === "poison")) {
      made.host.asked.push("died");
      throw new HostGone("the program ended");
    }
    return request(method, params);
  };
  return made;
}

test("a host that dies over the messages gets them again, one by one, and only so often", async () => {
  const { area, arrive, host, mail, sorter } = poisonedWorld();
  await arrive("1", "poison", "2");
  for (let restart = 0; restart < 3 * MOST_TRIES; restart++) {
    await sorter.drain();
  }
  assert.deepEqual(mail.at("/Family"), ["1", "2"]);
  assert.deepEqual(mail.at("/INBOX"), ["poison"]);
  assert.equal(host.asked.filter(answer => answer === "died").length, MOST_TRIES);
  const { reason, again } = area.values.decisions.find(({ headerMessageId }) => headerMessageId === "poison");
  assert.deepEqual([reason, again], ["lost-each-time", true]);
});

test("what the host was lost over each time is tried once more later, ever more seldom, and told once; when the host is mended it is sorted", async () => {
  const { area, arrive, clock, host, journal, later, mail, sorter } = poisonedWorld();
  await arrive("poison");
  for (let restart = 0; restart < MOST_TRIES; restart++) {
    await sorter.drain();
  }
  for (let time = 0; time < 3; time++) {
    const before = host.asked.length;
    await later();
    await sorter.drain();
    await sorter.drain();
    assert.equal(host.asked.length, before + 1, "once is enough to know");
  }
  assert.deepEqual(clock.planned.filter((delay, index) => clock.planned.indexOf(delay) === index), [30_000, 60_000, 120_000, 240_000]);
  assert.equal(area.values.decisions.length, 1);
  host.mended = true;
  await later();
  assert.deepEqual([mail.at("/Family"), area.values.queue, area.values.decisions.map(({ outcome }) => outcome), journal.entries.map(({ outcome }) => outcome)],
    [["poison"], [], ["done"], ["done"]]);
});

test("what the host was lost over each time is taken up again when Thunderbird is started, also where it is told of anew", async () => {
  const first = poisonedWorld();
  await first.arrive("poison");
  for (let restart = 0; restart < MOST_TRIES; restart++) {
    await first.sorter.drain();
  }
  const again = world({ area: new FakeArea(first.area.values), mail: first.mail, journal: first.journal, session: "s2", clock: first.clock });
  await again.sorter.take("a", "/INBOX", again.mail.messages);
  await again.sorter.drain();
  assert.deepEqual([again.mail.at("/Family"), again.area.values.queue], [["poison"], []]);
});

test("a host that was never reached does not count as having died over a message", async () => {
  const { area, arrive, host, sorter } = world();
  host.open = async () => { throw new HostGone("No such native application"); };
  await arrive("1");
  for (let attempt = 0; attempt < 2 * MOST_TRIES; attempt++) {
    await sorter.drain();
  }
  assert.equal(area.values.queue[0].tries, 0);
});

test("another version leaves all mail waiting", async () => {
  const { area, arrive, host } = world();
  host.request = async () => { throw new HostError(-32001, "other version"); };
  await arrive("1");
  assert.deepEqual(area.values.queue.map(({ headerMessageId, tries }) => [headerMessageId, tries]), [["1", 0]]);
});

test("while sorting is off nothing moves, what would be done is shown, and switching on concerns new mail only", async () => {
  const { area, arrive, host, mail, sorter } = world({ active: false });
  await arrive("1");
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.equal(area.values.decisions[0].outcome, "would");
  host.state.active = true;
  await sorter.drain();
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  await arrive("2");
  assert.deepEqual(mail.at("/Family"), ["2"]);
});

test("a message that is reported again after a restart is dealt with once, and what the user moved back stays", async () => {
  const first = world();
  await first.arrive("1", "2");
  first.host.answer = () => [];
  await first.arrive("stays");
  await first.mail.move([first.mail.messages[0].id], "a://INBOX");
  const { journal, mail, area } = first;
  await noteUserMoves({ outbox: first.outbox, isOwn: () => false, headers: mail.headers }, [{ folder: { path: "/Family", accountId: "a" } }],
    [{ ...mail.messages[0], folder: { ...mail.messages[0].folder, specialUse: ["inbox"] } }]);
  await first.outbox.flush();
  const second = world({ area: new FakeArea(area.values), journal, mail, session: "s2" });
  await second.sorter.take("a", "/INBOX", mail.messages.filter(({ folder }) => folder.path === "/INBOX"));
  await second.sorter.drain();
  assert.deepEqual(mail.at("/INBOX"), ["1", "stays"]);
  assert.deepEqual(second.host.asked, []);
  assert.deepEqual(second.area.values.queue, []);
});

test("a second copy of a Message-ID is judged, and its entry names that copy", async () => {
  const { host, journal, mail, sorter } = world();
  const [one, two] = ["by mx id 1", "by mx id 2"].map(received => mail.deliver("1", { received }));
  await sorter.take("a", "/INBOX", [one]);
  await sorter.drain();
  assert.deepEqual([mail.at("/INBOX"), mail.at("/Family")], [["1"], ["1"]]);
  await sorter.take("a", "/INBOX", [two], true);
  await sorter.drain();
  assert.deepEqual(mail.at("/Family"), ["1", "1"]);
  assert.equal(host.asked.length, 2);
  assert.equal(journal.entries.length, 2);
  assert.notEqual(journal.entries[0].decision.delivery, journal.entries[1].decision.delivery);
});

test("what was carried out goes into the journal, with where it was, where it is, and its marks before", async () => {
  const { host, journal, mail, sorter } = world();
  host.answer = () => [family, { type: "flag" }];
  await sorter.take("a", "/INBOX", [mail.deliver("1", { tags: ["old"], read: true })]);
  await sorter.drain();
  const { from, to, before, outcome, run } = journal.entries[0];
  assert.deepEqual({ from, to, before, outcome, run }, { from: "/INBOX", to: "/Family", outcome: "done", run: "2026-11-02T10:00:00.000Z",
    before: { read: true, flagged: false, junk: false, tags: ["old"] } });
});

test("when the host goes away right after a move, the record is kept, and told at the next connection", async () => {
  const { area, arrive, host, journal, outbox, mail } = world();
  const { request } = host;
  host.request = async (method, params) => method === "messages/applied" ? Promise.reject(new HostGone("ended")) : request(method, params);
  await arrive("1");
  assert.deepEqual([mail.at("/Family"), journal.entries.length, area.values.outbox.length], [["1"], 0, 1]);
  host.request = request;
  await outbox.flush();
  assert.deepEqual([journal.entries.length, area.values.outbox.length], [1, 0]);
});

test("while the journal cannot be written nothing is moved, and the reason is told", async () => {
  const { arrive, host, mail, troubles } = world();
  const { request } = host;
  host.request = async (method, params) => method === "inbox/compare" ? Promise.reject(new HostError(-32006, "journal.db: disk full")) : request(method, params);
  await arrive("1");
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.deepEqual(troubles, ["journal.db: disk full"]);
});

test("what came while sorting was off is known to the journal, without an entry", async () => {
  const { arrive, journal } = world({ active: false });
  await arrive("1");
  assert.deepEqual(journal.entries, []);
  assert.deepEqual(await journal["inbox/compare"]({ account: "a", messages: [{ headerMessageId: "1" }] }), { unknown: [], ambiguous: [] });
});

test("a message that is reported twice at once is asked about once", async () => {
  const { host, mail, sorter } = world();
  const header = mail.deliver("1");
  await Promise.all([sorter.take("a", "/INBOX", [header]), sorter.take("a", "/INBOX", [header, header])]);
  await sorter.drain();
  assert.deepEqual(host.asked, [["1"]]);
});

test("a message that has gone meanwhile is forgotten", async () => {
  const { area, host, mail, sorter } = world();
  await sorter.take("a", "/INBOX", [mail.deliver("1")]);
  mail.messages = [];
  await sorter.drain();
  assert.deepEqual(area.values.queue, []);
  assert.deepEqual(host.asked, []);
  assert.equal(area.values.decisions, undefined);
});

test("a message that cannot be read is told and left, and the others go on", async () => {
  const { area, arrive, mail } = world();
  const headers = mail.headers;
  mail.headers = async header => header.headerMessageId === "bad" ? Promise.reject(new Error("cannot be read")) : headers(header);
  await arrive("bad", "1");
  assert.deepEqual(mail.at("/INBOX"), ["bad"]);
  assert.deepEqual(mail.at("/Family"), ["1"]);
  assert.equal(area.values.decisions.find(({ outcome }) => outcome === "failed").error, "cannot be read");
});

test("a failing move leaves the message, and says so", async () => {
  const { area, arrive, mail } = world();
  mail.move = async () => { throw new Error("the server said no"); };
  await arrive("1");
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.equal(area.values.decisions[0].outcome, "failed");
  assert.equal(area.values.decisions[0].error, "the server said no");
  assert.equal(area.values.decisions[0].reason, "not-moved");
});

/** A world in which Family takes nothing, until it is mended. */
function fullWorld(more = {}) {
  const made = world(more);
  const { move } = made.mail;
  made.mail.full = true;
  made.mail.tried = 0;
  made.mail.move = async (ids, folderId) => {
    made.mail.tried++;
    return made.mail.full && folderId.endsWith("Family") ? Promise.reject(new Error("the server said no")) : move(ids, folderId);
  };
  return made;
}

test("a message that could not be moved is tried again, soon and then ever more seldom, until it can be; the journal hears of the failure once", async () => {
  const { area, arrive, clock, journal, later, mail, sorter } = fullWorld();
  await arrive("1");
  await sorter.drain();
  assert.equal(mail.tried, 1, "not before its time");
  await later();
  await later();
  assert.deepEqual([mail.tried, clock.planned, area.values.decisions.length, journal.entries.map(({ outcome }) => outcome)],
    [3, [30_000, 30_000, 60_000, 120_000], 1, ["failed"]]);
  mail.full = false;
  await later();
  assert.deepEqual([mail.at("/Family"), area.values.queue, journal.entries.map(({ outcome }) => outcome)], [["1"], [], ["done", "failed"]]);
  assert.deepEqual(area.values.decisions.map(({ outcome }) => outcome), ["done"], "what went well after all is no failure any more");
});

test("what could not be moved is tried again soon where a folder has changed, but not over and over; and it is judged anew", async () => {
  const { area, arrive, clock, host, mail, sorter } = fullWorld();
  await arrive("1");
  await sorter.changed();
  assert.equal(mail.tried, 1, "it was tried a moment ago");
  clock.now += 10_000;
  host.answer = () => [{ ...family, folder: "Friends" }];
  await sorter.changed();
  assert.deepEqual([mail.at("/Friends"), area.values.queue], [["1"], []]);
});

test("what could not be moved is tried again when Thunderbird is started", async () => {
  const first = fullWorld();
  await first.arrive("1");
  first.mail.full = false;
  const again = world({ area: new FakeArea(first.area.values), mail: first.mail, journal: first.journal, session: "s2", clock: first.clock });
  await again.sorter.drain();
  assert.deepEqual([again.mail.at("/Family"), again.area.values.queue], [["1"], []]);
});

test("what could not be moved is tried again without notifying the user once more", async () => {
  const { arrive, host, later, mail } = fullWorld();
  host.answer = () => [family, { type: "notify", text: "look" }];
  await arrive("1");
  await later();
  assert.deepEqual([mail.tried, mail.notices], [2, ["look"]]);
});

test("what could not be moved comes after all that is new", async () => {
  const { arrive, clock, host, mail } = fullWorld();
  await arrive("1");
  clock.now += 30_000;
  await arrive("2");
  assert.deepEqual(host.asked, [["1"], ["2"], ["1"]]);
  assert.deepEqual(mail.at("/INBOX"), ["1", "2"]);
});

test("a message that waits, and that the user takes in hand, is left to the user", async () => {
  const { area, arrive, later, mail, sorter } = fullWorld();
  await arrive("1");
  mail.full = false;
  await sorter.leave([{ ...mail.messages[0], folder: { accountId: "a", path: "/INBOX" } }]);
  await later();
  assert.deepEqual([mail.at("/INBOX"), area.values.queue], [["1"], []]);
});

test("mail of an account that was removed is struck off, and holds up nobody", async () => {
  const { area, mail, sorter } = world();
  mail.accounts = ["a"];
  await sorter.take("gone", "/INBOX", [{ headerMessageId: "9", id: 9 }]);
  await sorter.take("a", "/INBOX", [mail.deliver("1")]);
  await sorter.drain();
  assert.deepEqual([mail.at("/Family"), area.values.queue], [["1"], []]);
});

test("an account that is removed in the middle of it holds up nobody either", async () => {
  const { area, mail, sorter } = world();
  mail.accounts = ["a", "gone"];
  const { find } = mail;
  mail.find = async (entry, ...more) => {
    if (entry.account === "gone") {
      mail.accounts = ["a"];
      throw new Error("Account not found: gone");
    }
    return find(entry, ...more);
  };
  await sorter.take("gone", "/INBOX", [{ headerMessageId: "9", id: 9 }]);
  await sorter.take("a", "/INBOX", [mail.deliver("1")]);
  await sorter.drain();
  assert.deepEqual([mail.at("/Family"), area.values.queue], [["1"], []]);
});

test("where Thunderbird refuses to say anything of a message, the others go on, and it is tried again later", async () => {
  const { area, arrive, later, mail } = world();
  const { find } = mail;
  let broken = true;
  mail.find = async (entry, ...more) => broken && entry.headerMessageId === "odd" ? Promise.reject(new Error("0x80550006")) : find(entry, ...more);
  await arrive("odd");
  await arrive("1");
  assert.deepEqual(mail.at("/Family"), ["1"]);
  broken = false;
  await later();
  assert.deepEqual([mail.at("/Family"), area.values.queue], [["odd", "1"], []]);
});

test("messages that no rule speaks of are not listed", async () => {
  const { area, arrive, host } = world();
  host.answer = () => [];
  await arrive("1");
  assert.equal(area.values.decisions, undefined);
});

test("120 messages at once are asked about in batches, and 50 decisions are kept", async () => {
  const { area, arrive, host, mail } = world();
  await arrive(...Array.from({ length: 120 }, (_, index) => `${index}`));
  assert.deepEqual(host.asked.map(batch => batch.length), [50, 50, 20]);
  assert.equal(mail.at("/Family").length, 120);
  assert.equal(area.values.decisions.length, 50);
  assert.equal(area.values.decisions[0].headerMessageId, "119");
});

test("mail that comes while others are being judged is judged too", async () => {
  const { host, mail, sorter } = world();
  const request = host.request;
  host.request = async (...call) => {
    if (call[0] === "messages/judge" && host.asked.length === 0) {
      await sorter.take("a", "/INBOX", [mail.deliver("2")]);
      sorter.drain();
    }
    return request(...call);
  };
  await sorter.take("a", "/INBOX", [mail.deliver("1")]);
  await sorter.drain();
  assert.deepEqual(mail.at("/Family").sort(), ["1", "2"]);
});

test("a move that Thunderbird never answers holds up only its own messages, and is tried again", async () => {
  const { area, arrive, host, mail } = world();
  host.answer = ({ subject }) => [{ ...family, folder: subject === "about stuck" ? "Stuck" : "Family" }];
  const move = mail.move;
  let silent = 2;
  mail.move = async (ids, folderId) => {
    if (mail.messages.find(({ id }) => id === ids[0]).headerMessageId === "stuck" && silent-- > 0) {
      throw new Unanswered("move");
    }
    return move(ids, folderId);
  };
  await arrive("stuck", "1");
  assert.deepEqual(mail.at("/Family"), ["1"]);
  assert.deepEqual(mail.at("/Stuck"), ["stuck"]);
  assert.deepEqual(area.values.queue, []);
});
