import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeJournal } from "../fakes/journal.js";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { comparePlaces, kept, newJob, placeOf, progress } from "../src/folder-run/job.js";
import { FolderRunner } from "../src/folder-run/runner.js";
import { isSettled, selected } from "../src/folder-run/select.js";
import { HostGone } from "../src/host/rpc.js";
import { Folders } from "../src/incoming/folders.js";
import { Outbox } from "../src/journal/outbox.js";
import { Stored } from "../src/store.js";

const DAY = 86_400_000;

function world({ messages = 5, mail = new FakeMail(), journal = new FakeJournal(), area = new FakeArea(), online = () => true } = {}) {
  for (let index = 0; index < messages; index++) {
    mail.deliver(`m${index}`, { date: new Date(Date.UTC(2026, 0, 1) + index * DAY) });
  }
  journal["journal/taken-back"] ??= () => ({ headerMessageIds: [] });
  let number = 0;
  const jobs = new Stored(area, "folderRuns", []);
  const runner = new FolderRunner({
    request: journal.request, mail, folders: new Folders(mail), books: { of: async () => [] }, outbox: new Outbox(new Stored(area, "outbox", []), journal.request),
    folderAt: async (_, path) => mail.folders.find(folder => folder.path === path) ?? null, jobs, area, online, newId: () => `job${++number}` });
  return { mail, journal, area, jobs, runner };
}

const job = async ({ jobs }, id) => (await jobs.get()).find(one => one.id === id);
const run = async (w, of) => {
  const id = await w.runner.start({ account: "a", folder: "/INBOX", ...of });
  await w.runner.work();
  return job(w, id);
};

/** Does something as soon as messages were moved. */
function afterMoves({ mail }, act) {
  const { move } = mail;
  mail.move = async (...args) => { await move(...args); await act(mail.moves.length); };
}

test("a preview says how many, which and where to, and moves nothing", async () => {
  const w = world();
  const done = await run(w, { kind: "preview" });
  assert.equal(done.state, "done");
  assert.deepEqual([done.total, done.looked, done.touched], [5, 5, 5]);
  const [group] = w.runner.seen(done.id).groups;
  assert.deepEqual([group.folder, group.count, group.messages.length], ["Family", 5, 5]);
  assert.equal(w.mail.at("/INBOX").length, 5);
  assert.deepEqual(w.journal.entries, []);
});

test("a folder is sorted, in one move for all of a target, and each message is in the journal", async () => {
  const w = world();
  w.journal.actions = ({ headerMessageId }) => headerMessageId === "m0" ? [] : [{ type: "file-into", folder: "Family", pack: "sorting", rule: "r", because: "b" }];
  const done = await run(w, { kind: "sort" });
  assert.deepEqual([done.state, done.looked, done.touched], ["done", 5, 4]);
  assert.deepEqual(w.mail.at("/INBOX"), ["m0"]);
  assert.deepEqual(w.mail.moves, [[4, "/Family"]]);
  assert.equal(w.journal.entries.length, 4);
  assert.ok(w.journal.entries.every(entry => entry.run === done.id));
});

test("what is done after a preview is what was shown, and nothing that came since", async () => {
  const w = world();
  const shown = await run(w, { kind: "preview" });
  w.mail.deliver("late", { date: new Date("2026-02-01T00:00:00Z") });
  const done = await run(w, { kind: "sort", previewed: shown.id });
  assert.deepEqual([done.total, done.touched], [5, 5]);
  assert.deepEqual(w.mail.at("/INBOX"), ["late"]);
  assert.deepEqual(Object.keys(w.area.values).filter(key => key.startsWith("folderRun.")), []);
});

test("what the user took back is left alone", async () => {
  const w = world();
  w.journal["journal/taken-back"] = () => ({ headerMessageIds: ["m3"] });
  await run(w, { kind: "sort" });
  assert.deepEqual(w.mail.at("/INBOX"), ["m3"]);
});

test("paused, it stops behind the batch, and goes on where it was", async () => {
  const w = world({ messages: 450 });
  afterMoves(w, moves => moves === 1 ? w.runner.control("job1", "pause") : undefined);
  assert.deepEqual(await run(w, { kind: "sort" }).then(({ state, looked }) => [state, looked]), ["paused", 200]);
  await w.runner.control("job1", "resume");
  await w.runner.work();
  const done = await job(w, "job1");
  assert.deepEqual([done.state, done.looked, done.total, done.touched], ["done", 450, 450, 450]);
});

test("a message that cannot be read is counted and stays; one that has gone meanwhile is not missed", async () => {
  const w = world();
  const { headers } = w.mail;
  w.mail.headers = async header => {
    if (header.headerMessageId === "m1") {
      throw new Error("damaged");
    }
    if (header.headerMessageId === "m2") {
      w.mail.messages = w.mail.messages.filter(({ headerMessageId }) => headerMessageId !== "m2");
    }
    return headers(header);
  };
  const done = await run(w, { kind: "sort" });
  assert.deepEqual([done.state, done.touched, done.failed], ["done", 3, 1]);
  assert.deepEqual(w.mail.at("/INBOX"), ["m1"]);
});

test("what is over is forgotten on request, what is under way stays", async () => {
  const w = world();
  const preview = await run(w, { kind: "preview", what: { route: "ann@example.org" } });
  afterMoves(w, () => w.runner.control("job2", "pause"));
  const paused = await run(w, { kind: "sort" });
  await w.runner.forget();
  assert.deepEqual((await w.jobs.get()).map(({ id }) => id), [paused.id]);
  assert.equal(w.runner.seen(preview.id), null);
});

test("cancelled, what is done is done and the rest stays", async () => {
  const w = world({ messages: 250 });
  afterMoves(w, () => w.runner.control("job1", "cancel"));
  const done = await run(w, { kind: "sort" });
  assert.deepEqual([done.state, w.mail.at("/INBOX").length], ["cancelled", 50]);
  await w.runner.control("job1", "resume");
  assert.equal((await job(w, "job1")).state, "cancelled");
});

test("after a restart it goes on where it was, and nothing is moved twice", async () => {
  const w = world({ messages: 450 });
  const request = w.journal.request;
  let judged = 0;
  w.journal.request = async (method, params) => {
    if (method === "messages/judge" && (judged += params.messages.length) > 250) {
      throw new HostGone("the program ended");
    }
    return request(method, params);
  };
  w.runner.request = w.journal.request;
  const waiting = await run(w, { kind: "sort" });
  assert.deepEqual([waiting.state, waiting.reason, waiting.looked], ["waiting", "no-host", 200]);
  // Thunderbird is started again: another runner, the same storage.
  const again = world({ messages: 0, mail: w.mail, area: w.area });
  await again.runner.resume();
  await again.runner.work();
  const done = await job(again, "job1");
  assert.deepEqual([done.state, done.looked, done.touched], ["done", 450, 450]);
  assert.equal(w.mail.at("/Family").length, 450);
});

test("a preview of an earlier session is over", async () => {
  const w = world();
  await w.jobs.update(() => [newJob({ id: "old", kind: "preview", account: "a", folder: "/INBOX" }, new Date())]);
  await w.runner.resume();
  assert.equal((await job(w, "old")).state, "cancelled");
});

test("a folder that has gone, a network that has gone, a server that takes nothing: each is said, and nothing is lost", async () => {
  const gone = world();
  assert.deepEqual(await run(gone, { kind: "sort", folder: "/Nowhere" }).then(({ state, reason, detail }) => [state, reason, detail]), ["failed", "folder-gone", "/Nowhere"]);

  let online = false;
  const offline = world({ online: () => online });
  assert.deepEqual(await run(offline, { kind: "sort" }).then(({ state, reason }) => [state, reason]), ["waiting", "offline"]);
  online = true;
  await offline.runner.resume();
  await offline.runner.work();
  assert.equal((await job(offline, "job1")).state, "done");

  const full = world();
  full.mail.move = async () => { throw new Error("quota exceeded"); };
  assert.deepEqual(await run(full, { kind: "sort" }).then(({ state, reason, detail }) => [state, reason, detail]), ["paused", "nothing-moves", "quota exceeded"]);
  assert.equal(full.mail.at("/INBOX").length, 5);
});

test("of a rule, a pack, a route or something that is tried out, only what they say is meant", () => {
  const move = { type: "file-into", folder: "Family", pack: "sorting", rule: "Sort by sender", matched: [{ field: "from", value: "ann@example.org" }] };
  const byDomain = { type: "file-into", folder: "Club", pack: "sorting", rule: "domain", matched: [{ field: "fromDomain", value: "club.example" }] };
  const tag = { type: "add-tag", tag: "Bill", pack: "mine", rule: "Bills" };
  assert.deepEqual(selected({}, { actions: [move, tag] }), [move, tag]);
  assert.deepEqual(selected({ rule: "Bills", pack: "mine" }, { actions: [move, tag] }), [tag]);
  assert.deepEqual(selected({ pack: "sorting" }, { actions: [move, tag] }), [move]);
  assert.deepEqual(selected({ route: "ann@example.org" }, { actions: [move, tag] }), [move]);
  assert.deepEqual(selected({ route: "@club.example" }, { actions: [byDomain] }), [byDomain]);
  assert.deepEqual(selected({ route: "@example.org" }, { actions: [move] }), []);
  assert.deepEqual(selected({ trial: {} }, { actions: [move] }, { actions: [move] }), []);
  assert.deepEqual(selected({ trial: {} }, { actions: [move] }, { actions: [] }), [move]);
});

test("what lies where it is to go is not touched", () => {
  assert.equal(isSettled([{ type: "file-into", folder: "Family" }], "/Family", {}), true);
  assert.equal(isSettled([{ type: "file-into", folder: "Family" }, { type: "flag" }], "/Family", { flagged: false }), false);
});

test("places are in the order of time, also where two messages are of the same second", () => {
  const at = (date, headerMessageId) => placeOf({ date, headerMessageId });
  assert.ok(comparePlaces(at("2026-01-01", "b"), at("2026-01-02", "a")) < 0);
  assert.ok(comparePlaces(at("2026-01-01", "b"), at("2026-01-01", "a")) > 0);
  assert.equal(placeOf({ date: "no date", headerMessageId: "x" }).date, 0);
});

test("how far it has come is said in messages a second and seconds left", () => {
  const half = { ...newJob({ id: "1", kind: "sort", account: "a", folder: "/" }, new Date()), total: 1_000, looked: 500, spentMs: 2_000 };
  assert.deepEqual(progress(half), { share: 0.5, perSecond: 250, secondsLeft: 2 });
  assert.equal(progress({ ...half, total: null }).secondsLeft, null);
});

test("old jobs that are over leave the list, those under way stay", () => {
  const over = id => ({ ...newJob({ id, kind: "sort", account: "a", folder: "/" }, new Date()), state: "done" });
  let jobs = [newJob({ id: "running", kind: "sort", account: "a", folder: "/" }, new Date())];
  for (let index = 0; index < 20; index++) {
    jobs = kept(jobs, over(String(index)));
  }
  assert.equal(jobs.length, 11);
  assert.equal(jobs.at(-1).id, "running");
});
