import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "../fakes/clock.js";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { HostError, HostGone } from "../src/host/rpc.js";
import { Folders } from "../src/incoming/folders.js";
import { AwaitedMail } from "../src/junk/awaited.js";
import { deedOfMark, deedOfMove } from "../src/junk/deeds.js";
import { Lessons } from "../src/junk/lessons.js";
import { OwnMarks } from "../src/junk/own-marks.js";
import { Rescue } from "../src/junk/rescue.js";
import { JunkSearch } from "../src/junk/search.js";
import { about, SentMail } from "../src/junk/sent-mail.js";
import { Stored } from "../src/store.js";

const JUNK = { path: "/Junk", accountId: "a", specialUse: ["junk"] };
const INBOX = { path: "/INBOX", accountId: "a", specialUse: ["inbox"] };
const at = (folder, more = {}) => ({ id: 1, headerMessageId: "m", folder, ...more });

/** A mailbox with a junk folder. */
function mailbox() {
  const mail = new FakeMail();
  mail.folders.push({ id: "a://Junk", ...JUNK });
  mail.junkFolders = async () => [JUNK];
  mail.messagesSince = async ({ path }, date) => mail.messages.filter(message => message.folder.path === path && message.date >= date).map(message => ({ ...message }));
  mail.anywhere = async (_, headerMessageId) => mail.messages.filter(message => message.headerMessageId === headerMessageId);
  mail.junkMail = (id, extra = {}) => mail.deliver(id, { folder: JUNK, junk: true, ...extra });
  return mail;
}

test("a mark and a move say what the user holds a message for; to throw junk away says nothing", () => {
  assert.deepEqual(deedOfMark(at(INBOX), true), { account: "a", folder: "/INBOX", headerMessageId: "m", id: 1, did: "marked-junk", wasInInbox: true });
  assert.equal(deedOfMark(at(JUNK), false)?.did, "marked-not-junk");
  assert.equal(deedOfMove(at(INBOX), at(JUNK))?.did, "moved-into-junk");
  assert.deepEqual([deedOfMove(at(JUNK), at(INBOX))?.did, deedOfMove(at(JUNK), at(INBOX))?.wasInInbox], ["moved-out-of-junk", false]);
  assert.equal(deedOfMove(at(JUNK), at({ path: "/Trash", accountId: "a", specialUse: ["trash"] })), null);
  assert.equal(deedOfMove(at(INBOX), at({ path: "/Family", accountId: "a", specialUse: [] })), null);
  assert.equal(deedOfMove(undefined, at(JUNK)), null);
});

test("outside the inbox, what Thunderbird's filter does with mail that is just coming in is not the user's word", () => {
  const lists = { path: "/Lists", accountId: "a", specialUse: [] };
  assert.equal(deedOfMark(at(lists, { new: true }), true), null);
  assert.equal(deedOfMove(at(lists, { new: true }), at(JUNK)), null);
  assert.equal(deedOfMark(at(lists), true)?.did, "marked-junk");
});

test("Tripostal's own mark is told from the user's, once, and does not hide a later one", () => {
  let now = 0;
  const own = new OwnMarks(() => now);
  own.expect(1, true);
  assert.deepEqual([own.isOwn(1, false), own.isOwn(2, true), own.isOwn(1, true), own.isOwn(1, true)], [false, false, true, false]);
  own.expect(1, true);
  now = 60_000;
  assert.equal(own.isOwn(1, true), false);
});

function lessons(mail, request) {
  const area = new FakeArea();
  return { area, lessons: new Lessons({ request, mail, deeds: new Stored(area, "deeds", []), session: async () => "s", timers: new FakeClock() }) };
}

test("a deed is kept without the message's text until the host is there, and then told with it", async () => {
  const mail = mailbox();
  const { id } = mail.junkMail("m");
  const asked = [];
  let gone = true;
  const { area, lessons: told } = lessons(mail, async (method, params) => {
    if (gone) {
      throw new HostGone("the program ended");
    }
    asked.push([method, params]);
    return { learned: [] };
  });
  await told.add([deedOfMark(at(JUNK, { id }), true)]);
  await assert.rejects(told.tell(), HostGone);
  assert.equal(JSON.stringify(area.values).includes("the body"), false);
  gone = false;
  await told.tell();
  assert.deepEqual(area.values.deeds, []);
  const [[method, { account, folder, messages }]] = asked;
  assert.deepEqual([method, account, folder, messages[0].did, messages[0].parts[0].body], ["messages/junk", "a", "/Junk", "marked-junk", "the body"]);
});

test("of a message that is gone only the deed is told; what the host refuses for good does not hold up the rest", async () => {
  const asked = [];
  const { area, lessons: told } = lessons(mailbox(), async (_, { messages }) => {
    asked.push(...messages);
    throw new HostError(-32602, "did");
  });
  await told.add([deedOfMark(at(JUNK), false)]);
  await told.tell();
  assert.deepEqual(asked, [{ headerMessageId: "m", did: "marked-not-junk", wasInInbox: false }]);
  assert.deepEqual(area.values.deeds, []);
});

test("a message that Thunderbird does not hand over is asked for again and learned; the others do not wait, and what was said of it stays in order", async () => {
  const mail = mailbox();
  const silent = mail.junkMail("silent").id;
  const other = mail.junkMail("other").id;
  const asked = [];
  const clock = new FakeClock();
  const area = new FakeArea();
  const told = new Lessons({ mail, deeds: new Stored(area, "deeds", []), session: async () => "s", timers: clock,
    request: async (_, { messages }) => { asked.push(...messages.map(({ headerMessageId, did, parts }) => [headerMessageId, did, parts?.length])); return {}; } });
  const parts = mail.parts;
  mail.parts = async header => { if (header.id === silent) { throw new Error("Thunderbird is offline"); } return parts(header); };
  const mark = (id, headerMessageId, junk) => deedOfMark(at(JUNK, { id, headerMessageId }), junk);
  await told.add([mark(silent, "silent", true), mark(silent, "silent", false), mark(silent, "silent", true), mark(other, "other", true)]);
  await told.tell();
  assert.deepEqual(asked, [["other", "marked-junk", 1]]);
  assert.equal(area.values.deeds.length, 3);
  mail.parts = parts;
  await clock.advance(20_000);
  await told.tell();
  assert.deepEqual(asked.slice(1), [["silent", "marked-junk", 1], ["silent", "marked-not-junk", 1], ["silent", "marked-junk", 1]]);
  assert.deepEqual([area.values.deeds, clock.waiting], [[], 0]);
});

test("a message that is not listed in its new place yet is learned when it is", async () => {
  const mail = mailbox();
  const asked = [];
  const { lessons: told } = lessons(mail, async (_, { messages }) => { asked.push(...messages); return {}; });
  await told.add([{ ...deedOfMark(at(JUNK), true), did: "moved-into-junk" }]);
  await told.tell();
  assert.deepEqual(asked, []);
  mail.junkMail("m");
  await told.tell();
  assert.deepEqual(asked.map(({ headerMessageId, did, parts }) => [headerMessageId, did, parts.length]), [["m", "moved-into-junk", 1]]);
});

test("what Thunderbird never hands over is told without its text in the end", async () => {
  const mail = mailbox();
  const { id } = mail.junkMail("m");
  mail.parts = async () => { throw new Error("Error reading message"); };
  const asked = [];
  const { lessons: told } = lessons(mail, async (_, { messages }) => { asked.push(...messages); return {}; });
  await told.add([deedOfMark(at(JUNK, { id }), true)]);
  for (let tries = 0; tries < 30; tries++) {
    assert.deepEqual(asked, []);
    await told.tell();
  }
  assert.deepEqual(asked, [{ headerMessageId: "m", did: "marked-junk", wasInInbox: false }]);
});

test("the subject of an encrypted message is told as it travelled, not as Thunderbird shows it", async () => {
  const mail = mailbox();
  const { id } = mail.junkMail("m", { subject: "The secret" });
  mail.headers = async () => ({ subject: ["..."] });
  const asked = [];
  const { lessons: told } = lessons(mail, async (_, { messages }) => { asked.push(...messages); return {}; });
  await told.add([deedOfMark(at(JUNK, { id }), true)]);
  await told.tell();
  assert.equal(asked[0].subject, "...");
});

test("sent mail is read from where the host's knowledge ends", async () => {
  const asked = [];
  const since = [];
  const mail = {
    sentFolders: async () => [{ accountId: "a", path: "/Sent" }],
    messagesSince: async (_, date) => {
      since.push(date.toISOString());
      return [{ headerMessageId: "1", date: new Date("2026-11-02T10:00:00Z"), recipients: ["b@x.example"], ccList: ["c@x.example"], bccList: [] }];
    },
  };
  const sent = new SentMail({ mail, outbox: /** @type {any} */ ({}), request: async (_, params) => { asked.push(params); return { latest: "2026-11-02T00:00:00Z" }; } });
  await sent.look();
  assert.deepEqual(since, ["2026-11-01T00:00:00.000Z"]);
  assert.deepEqual(asked[1].messages, [{ headerMessageId: "1", date: "2026-11-02T10:00:00.000Z", recipients: ["b@x.example", "c@x.example"] }]);
});

/** Watches a junk folder; the host puts forward what has the word "answer" in its id. */
function watch(mail) {
  const area = new FakeArea();
  const notices = [];
  const request = async (method, { messages }) => method === "sent/about" ? { about: messages.map(() => ({ written: 1 })) }
    : { awaited: messages.map(({ headerMessageId, sent }, place) => ({ headerMessageId, sent, place, because: "it answers" }))
      .filter(({ headerMessageId, sent }) => headerMessageId.includes("answer") && sent.written === 1) };
  const awaited = new AwaitedMail({
    request, sentAbout: about(request), mail, list: new Stored(area, "awaited", []), dismissed: new Stored(area, "notAwaited", []),
    notify: async one => { notices.push(one.headerMessageId); }, onChange: async () => undefined, onTrouble: () => undefined, timers: new FakeClock(),
    clock: () => Date.parse("2026-11-02T12:00:00Z") });
  return { area, awaited, notices };
}

test("what may be awaited is put forward once, and no more when it has left the junk folder", async () => {
  const mail = mailbox();
  mail.junkMail("prize");
  const answer = mail.junkMail("answer");
  mail.junkMail("old answer", { date: new Date("2026-09-01T00:00:00Z") });
  const { area, awaited, notices } = watch(mail);
  await awaited.look();
  await awaited.look();
  assert.deepEqual([area.values.awaited.map(one => one.headerMessageId), notices], [["answer"], ["answer"]]);
  mail.messages.find(({ id }) => id === answer.id).folder = INBOX;
  await awaited.look();
  assert.deepEqual(area.values.awaited, []);
});

test("what the user calls junk is not put forward again", async () => {
  const mail = mailbox();
  mail.junkMail("answer");
  const { area, awaited, notices } = watch(mail);
  await awaited.look();
  await awaited.dismiss({ account: "a", headerMessageId: "answer" });
  await awaited.look();
  assert.deepEqual([area.values.awaited, notices], [[], ["answer"]]);
});

function rescuer(mail, decision) {
  const done = [];
  const rescue = new Rescue({
    mail, folders: new Folders(mail), explain: /** @type {any} */ ({ now: async () => { if (decision instanceof Error) { throw decision; } return decision; } }),
    outbox: /** @type {any} */ ({ add: async (method, params) => { done.push([method, params.intoInbox]); }, flush: async () => undefined }),
    lessons: /** @type {any} */ ({ add: async ([{ did }]) => { done.push(did); }, tell: async () => undefined }) });
  return { done, rescue };
}
const WHERE = { account: "a", folder: "/Junk", headerMessageId: "m" };

test("a rescued message goes into the inbox, is noted there first, loses its mark and is learned", async () => {
  const mail = mailbox();
  mail.junkMail("m");
  mail.inboxes = async () => [{ id: "a://INBOX", ...INBOX }];
  const { done, rescue } = rescuer(mail, { actions: [{ type: "mark-junk" }], lost: [] });
  assert.deepEqual(await rescue.rescue(WHERE), { to: "/INBOX" });
  assert.deepEqual([done, mail.at("/INBOX"), mail.messages[0].junk], [["rescued", ["messages/filed", true]], ["m"], false]);
});

test("or where a route leads that the junk verdict had beaten; without the host, into the inbox; and it is said when it has gone", async () => {
  const mail = mailbox();
  mail.junkMail("m");
  await rescuer(mail, { actions: [{ type: "mark-junk" }], lost: [{ type: "file-into", folder: "Club" }] }).rescue.rescue(WHERE);
  assert.deepEqual(mail.at("/Club"), ["m"]);
  const other = mailbox();
  other.junkMail("m");
  other.inboxes = async () => [{ id: "a://INBOX", ...INBOX }];
  await rescuer(other, new HostGone("the program ended")).rescue.rescue(WHERE);
  assert.deepEqual(other.at("/INBOX"), ["m"]);
  await assert.rejects(rescuer(mailbox(), { actions: [], lost: [] }).rescue.rescue(WHERE), /not-in-junk/);
});

test("a search in junk heeds neither case nor accents, and tells who put a message there and why", async () => {
  const mail = mailbox();
  mail.junkMail("1", { author: "Élodie <elodie@x.example>" });
  mail.junkMail("2", { subject: "from ELODIE" });
  mail.junkMail("3", { author: "Bob <bob@x.example>" });
  const evidence = [{ because: "a link misleads", weight: 3 }, { because: "you know him", weight: -2 }];
  const search = new JunkSearch({ mail, clock: () => Date.parse("2026-11-03T00:00:00Z"), explain: /** @type {any} */ ({
    past: async ({ headerMessageId }) => headerMessageId === "1" ? { to: "/Junk", decision: { actions: [{ type: "mark-junk", because: "the server says so" }], spam: { evidence } } } : null,
    now: async () => ({ actions: [], lost: [], spam: { evidence } }) }) });
  const found = (await search.find("élodie")).map(({ headerMessageId, by, because }) => [headerMessageId, by, because]);
  assert.deepEqual(found, [["1", "tripostal", ["the server says so", "a link misleads"]], ["2", "other", ["a link misleads"]]]);
});
