import assert from "node:assert/strict";
import { test } from "node:test";
import { pageFor } from "../src/menus.js";
import { matching } from "../src/pages/folder-picker.js";
import { listId, whose } from "../src/routes/whose.js";
import { grouped, shownPath } from "../src/space/groups.js";
import { everyDay, since } from "../src/space/period.js";
import { filedUnread } from "../src/space/unread.js";

const inbox = { accountId: "account1", path: "/INBOX" };

test("a menu's entry opens the page for the folder that was meant", () => {
  assert.equal(pageFor({ menuItemId: "sort-folder", selectedFolders: [inbox] }), "/pages/sort.html?account=account1&path=%2FINBOX");
  assert.equal(pageFor({ menuItemId: "sort-folder", displayedFolder: { ...inbox, isUnified: true }, selectedMessages: { messages: [{ id: 7, folder: inbox }] } }), "/pages/sort.html?account=account1&path=%2FINBOX");
  assert.equal(pageFor({ menuItemId: "sort-folder", selectedFolders: [{ accountId: "account1", path: "/" }] }), null);
  assert.equal(pageFor({ menuItemId: "always-put", selectedMessages: { messages: [{ id: 7 }] } }), "/pages/always.html?message=7");
  assert.equal(pageFor({ menuItemId: "always-put", selectedMessages: { messages: [] } }), null);
});

test("a message stands for its sender, the domain and the list", () => {
  assert.deepEqual(whose("Ann <Ann@Example.org>", { "list-id": ["Users <Users.Lists.example.org>"] }).map(({ from }) => from), ["ann@example.org", "@example.org", "<users.lists.example.org>"]);
  assert.deepEqual(whose("", {}), []);
  assert.equal(listId("plain.example.org"), "plain.example.org");
});

test("folders are found as they are typed, without accents, those that begin so first", () => {
  assert.deepEqual(matching(["Club/Été", "Été", "Family"], "ete"), ["Été", "Club/Été"]);
  assert.deepEqual(matching(["a", "b"], ""), ["a", "b"]);
});

test("IMAP's own spelling of a folder is read", () => {
  assert.equal(shownPath("/Club/&AMk-t&AOk-"), "Club/Été");
  assert.equal(shownPath("/A &- B"), "A & B");
});

test("entries are grouped by folder or by rule", () => {
  const entry = (to, rule) => ({ to, decision: { actions: [{ rule }] } });
  const entries = [entry("/Family", "one"), entry("/Club/News", "two"), entry("/Family", "two")];
  assert.deepEqual(grouped(entries, "folder").map(({ key, entries: of }) => [key, of.length]), [["Family", 2], ["Club/News", 1]]);
  assert.deepEqual(grouped(entries, "rule").map(({ key, entries: of }) => [key, of.length]), [["one", 1], ["two", 2]]);
});

test("a time begins at midnight, and a chart has every day", () => {
  const now = new Date(2026, 10, 24, 15, 30);
  assert.equal(since("today", now).from, new Date(2026, 10, 24).toISOString());
  assert.equal(since("week", now).from, new Date(2026, 10, 18).toISOString());
  assert.deepEqual(since("all", now), {});
  const days = everyDay([{ day: "2026-11-20", sorted: 3, junk: 0, rescued: 0, other: 0 }], "week", now);
  assert.deepEqual(days.map(({ day, sorted }) => [day, sorted]), [18, 19, 20, 21, 22, 23, 24].map(day => [`2026-11-${day}`, day === 20 ? 3 : 0]));
  assert.deepEqual(everyDay([], "all", now), []);
  assert.equal(everyDay([{ day: "2026-11-20", sorted: 3, junk: 0, rescued: 0, other: 0 }], "all", now).length, 5);
});

test("what was filed away and nobody has seen is found, folder by folder", async () => {
  const entry = (id, more = {}) => ({ id, account: "a", headerMessageId: `m${id}`, from: "/INBOX", to: "/Family", outcome: "done", undo: "none", before: { read: false }, ...more });
  const asked = [];
  const unread = await filedUnread([entry(1), entry(2), entry(3, { undo: "done" }), entry(4, { before: { read: true } }), entry(5, { to: "/INBOX" })],
    async (account, path) => { asked.push(path); return new Set(["m2", "m3", "m4", "m5"]); });
  assert.deepEqual(unread.map(({ id }) => id), [2]);
  assert.deepEqual(asked, ["/Family"]);
});
