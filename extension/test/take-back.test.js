import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeJournal } from "../fakes/journal.js";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { HostGone } from "../src/host/rpc.js";
import { Folders } from "../src/incoming/folders.js";
import { deliveryOf } from "../src/incoming/received.js";
import { Outbox } from "../src/journal/outbox.js";
import { TakeBack } from "../src/journal/take-back.js";
import { Stored } from "../src/store.js";

/** A message that was filed into Family, and the way back. */
function world({ actions = [{ type: "file-into", folder: "Family" }], now = {}, before = {}, to = "/Family", delivery } = {}) {
  const area = new FakeArea();
  const journal = new FakeJournal();
  const mail = new FakeMail();
  mail.folders.push({ id: "a://Family", path: "/Family", name: "Family" });
  const header = mail.deliver("1", { folder: { path: to, accountId: "a" }, ...now });
  journal.entries = [{ id: 1, run: "r", account: "a", headerMessageId: "1", from: "/INBOX", to,
    before: { read: false, flagged: false, junk: false, tags: [], ...before }, decision: { actions, delivery }, outcome: "done", undo: "none" }];
  const outbox = new Outbox(new Stored(area, "outbox", []), (...call) => journal.request(...call));
  const takeBack = new TakeBack({ request: (...call) => journal.request(...call), outbox, mail, folders: new Folders(mail) });
  return { area, header, journal, mail, outbox, takeBack };
}

test("a message goes back to where it was, and the journal knows", async () => {
  const { journal, mail, takeBack } = world();
  assert.deepEqual(await takeBack.undo({ ids: [1] }), { done: [1], failed: [] });
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.equal(journal.entries[0].undo, "done");
});

test("the last run is taken back as a whole, and asking again finds nothing", async () => {
  const { journal, mail, takeBack } = world();
  journal.entries.push({ ...journal.entries[0], id: 2, headerMessageId: "2" });
  mail.deliver("2", { folder: { path: "/Family", accountId: "a" } });
  assert.deepEqual((await takeBack.undo({ lastRun: true })).done, [1, 2]);
  assert.deepEqual(await takeBack.undo({}), { done: [], failed: [] });
});

test("marks that the decision set are as they were before; what the user marked since stays", async () => {
  const { mail, takeBack } = world({
    actions: [{ type: "file-into", folder: "Family" }, { type: "flag" }, { type: "mark-read" }, { type: "add-tag", tag: "Bulk" }, { type: "mark-junk" }],
    now: { flagged: true, read: true, junk: true, tags: ["old", "bulk", "mine"] }, before: { tags: ["old"] } });
  await takeBack.undo({ ids: [1] });
  const { flagged, read, junk, tags } = mail.messages[0];
  assert.deepEqual({ flagged, read, junk, tags }, { flagged: false, read: false, junk: false, tags: ["old", "mine"] });
  const moved = world({ now: { read: true, flagged: true } });
  await moved.takeBack.undo({ ids: [1] });
  assert.deepEqual(moved.mail.updates, []);
});

test("a tag that it had before stays, though the rule set it too", async () => {
  const { mail, takeBack } = world({ actions: [{ type: "add-tag", tag: "Old" }], now: { tags: ["old"] }, before: { tags: ["old"] }, to: "/INBOX" });
  await takeBack.undo({ ids: [1] });
  assert.deepEqual([mail.messages[0].tags, mail.moves], [["old"], []]);
});

test("a folder that is gone is made again", async () => {
  const { journal, mail, takeBack } = world();
  journal.entries[0].from = "/Work/New";
  await takeBack.undo({ ids: [1] });
  assert.deepEqual(mail.at("/Work/New"), ["1"]);
});

test("a message that the user moved on stays there, and its entry stands again", async () => {
  const { header, journal, mail, takeBack } = world();
  header.folder.path = "/Elsewhere";
  assert.deepEqual(await takeBack.undo({ ids: [1] }), { done: [], failed: [1] });
  assert.deepEqual([mail.at("/Elsewhere"), journal.entries[0].undo], [["1"], "none"]);
});

test("a message that was moved back already, before Thunderbird ended, is only told", async () => {
  const { header, mail, takeBack } = world();
  header.folder.path = "/INBOX";
  assert.deepEqual((await takeBack.undo({ ids: [1] })).done, [1]);
  assert.deepEqual(mail.moves, []);
});

test("of two copies in a folder, the one that the decision was about goes back", async () => {
  const { mail, takeBack } = world({ now: { received: "by mx id 1" }, delivery: await deliveryOf("by mx id 2") });
  mail.deliver("1", { folder: { path: "/Family", accountId: "a" }, received: "by mx id 2" });
  await takeBack.undo({ ids: [1] });
  assert.deepEqual(mail.messages.find(({ folder }) => folder.path === "/INBOX").received, "by mx id 2");
});

test("a move that fails does not keep the others, and two requests at once undo once", async () => {
  const { journal, mail, takeBack } = world();
  const { move } = mail;
  mail.move = async () => { throw new Error("the server said no"); };
  assert.deepEqual((await takeBack.undo({ ids: [1] })).failed, [1]);
  mail.move = move;
  const results = await Promise.all([takeBack.undo({ ids: [1] }), takeBack.undo({})]);
  assert.deepEqual(results.map(({ done }) => done), [[1], []]);
  assert.equal(journal.entries[0].undo, "done");
});

test("when the host goes away after the move, it is told later that it was undone", async () => {
  const { area, journal, outbox, takeBack } = world();
  const undone = journal["journal/undone"];
  journal["journal/undone"] = () => { throw new HostGone("ended"); };
  await assert.rejects(takeBack.undo({ ids: [1] }), /ended/);
  assert.equal(area.values.outbox.length, 1);
  journal["journal/undone"] = undone;
  await outbox.flush();
  assert.equal(journal.entries[0].undo, "done");
});

test("a message that Thunderbird has not seen in its folder yet is looked for on the server", async () => {
  const { mail, takeBack } = world();
  mail.unseen = mail.messages.splice(0);
  assert.deepEqual((await takeBack.undo({ ids: [1] })).done, [1]);
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
});
