import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { readFilters, toRoutes } from "../src/filters/msg-filter-rules.js";
import { textOf, toCsv } from "../src/routes/csv.js";
import { Stored } from "../src/store.js";
import { learned, remembered, suggestions } from "../src/suggestions/hand-moves.js";
import { Suggest } from "../src/suggestions/suggest.js";

const NOW = new Date("2026-11-24T10:00:00Z");
const move = (from, folder, more = {}) => ({ at: NOW.toISOString(), account: "a", from, folder, subject: "s", ...more });
const header = (folder, more = {}) => ({ author: "Ann <ann@example.org>", subject: "Hello", folder: { accountId: "a", path: folder, specialUse: [] }, ...more });
const inbox = header("/INBOX", { folder: { accountId: "a", path: "/INBOX", specialUse: ["inbox"] } });

test("a sender whose mail was moved three times to the same folder is suggested, with the evidence", () => {
  const moves = [move("ann@example.org", "Family", { subject: "1" }), move("ann@example.org", "Family", { subject: "2" }), move("bob@example.org", "Friends")];
  assert.deepEqual(suggestions(moves, []), []);
  const [found] = suggestions([...moves, move("ann@example.org", "Family", { subject: "3" })], []);
  assert.deepEqual([found.from, found.folder, found.count, found.evidence.map(({ subject }) => subject)], ["ann@example.org", "Family", 3, ["3", "2", "1"]]);
});

test("who moves a sender's mail here and there gets no suggestion, nor who has dismissed it", () => {
  const here = [1, 2, 3].map(() => move("ann@example.org", "Family"));
  assert.deepEqual(suggestions([...here, move("ann@example.org", "Work")], []), []);
  assert.deepEqual(suggestions(here, [{ account: "a", from: "ann@example.org", folder: "Family" }]), []);
  assert.equal(suggestions(here, [{ account: "a", from: "ann@example.org", folder: "Work" }]).length, 1);
});

test("only moves out of the inbox into a folder for such mail count, and the list counts too", async () => {
  const headers = async () => ({ "list-id": ["<users.lists.example.org>"] });
  assert.deepEqual((await learned([inbox], [header("/Family")], headers, NOW)).map(({ from, folder }) => [from, folder]),
    [["ann@example.org", "Family"], ["<users.lists.example.org>", "Family"]]);
  assert.deepEqual(await learned([inbox], [header("/Trash", { folder: { accountId: "a", path: "/Trash", specialUse: ["trash"] } })], headers, NOW), []);
  assert.deepEqual(await learned([inbox], [header("/Family", { folder: { accountId: "b", path: "/Family", specialUse: [] } })], headers, NOW), []);
  assert.deepEqual(await learned([header("/Old")], [header("/Family")], headers, NOW), []);
  assert.equal((await learned([inbox], [header("/Family")], async () => { throw new Error("gone"); }, NOW)).length, 1);
});

test("old moves are forgotten, and there are never too many", () => {
  const old = move("ann@example.org", "Family", { at: "2026-01-01T00:00:00Z" });
  assert.deepEqual(remembered([old], [move("b@example.org", "F")], NOW).map(({ from }) => from), ["b@example.org"]);
  assert.equal(remembered(Array.from({ length: 600 }, () => move("b@example.org", "F")), [], NOW).length, 500);
});

test("what has a route already is not suggested; what is dismissed stays so", async () => {
  const area = new FakeArea({ moves: [1, 2, 3].flatMap(() => [move("ann@example.org", "Family"), move("bob@example.org", "Friends")]) });
  const suggest = new Suggest({ moves: new Stored(area, "moves", []), dismissed: new Stored(area, "dismissed", []), headers: async () => ({}), now: () => NOW,
    request: async (_, { search }) => ({ routes: search === "bob@example.org" ? [{ from: "bob@example.org" }] : [{ from: "joann@example.org" }] }) });
  assert.deepEqual((await suggest.list()).map(({ from }) => from), ["ann@example.org"]);
  await suggest.dismiss({ account: "a", from: "ann@example.org", folder: "Family" });
  assert.deepEqual(await suggest.list(), []);
});

const FILTERS = String.raw`version="9"
logging="no"
name="Ann"
enabled="yes"
type="17"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Family/%C3%89t%C3%A9"
condition="AND (from,is,Ann@example.org)"
name="Club"
enabled="yes"
type="17"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Club"
action="Stop execution"
condition="OR (from,ends with,@club.example) OR (from,contains,chair@other.example)"
name="List"
enabled="yes"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Reading"
condition="AND (\"List-Id\",contains,<users.lists.example.org>)"
name="Bills"
enabled="yes"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Bills"
condition="AND (subject,contains,\"bill, or invoice\")"
name="Off"
enabled="no"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Off"
condition="AND (from,is,off@example.org)"
name="Both"
enabled="yes"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Both"
condition="AND (from,is,a@example.org) AND (subject,contains,x)"
name="Star"
enabled="yes"
action="Mark flagged"
condition="AND (from,is,a@example.org)"
name="Two"
enabled="yes"
action="Mark read"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Two"
condition="AND (from,is,a@example.org)"
name="Local"
enabled="yes"
action="Move to folder"
actionValue="mailbox://nobody@Local%20Folders/Old"
condition="AND (from,is,a@example.org)"
name="Word"
enabled="yes"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/Word"
condition="OR (from,contains,ann)"
name="All"
enabled="yes"
action="Move to folder"
actionValue="imap://me%40example.org@imap.example.org/All"
condition="ALL"
`;

test("Thunderbird's filters become routes where they say what routes say; of the others it is told why not", () => {
  const { routes, left } = toRoutes(readFilters(FILTERS));
  assert.deepEqual(routes.map(({ from, folder }) => `${from} ${folder}`),
    ["ann@example.org Family/Été", "@club.example Club", "chair@other.example Club", "<users.lists.example.org> Reading"]);
  assert.deepEqual(left.map(({ filter, reason }) => `${filter}: ${reason}`), ["Bills: not-the-sender", "Off: switched-off", "Both: all-of-several", "Star: not-a-move",
    "Two: several-actions", "Local: other-account", "Word: not-an-address", "All: not-the-sender"]);
});

test("a file that is none of Thunderbird's has no filters", () => {
  assert.deepEqual(readFilters("from,folder\nann@example.org,Family\n"), []);
});

test("routes are written as they are read", () => {
  assert.equal(toCsv([{ from: "ann@example.org", folder: "Family" }, { from: "@b.example", folder: "Old, \"very\"" }]), "from,folder\nann@example.org,Family\n@b.example,\"Old, \"\"very\"\"\"\n");
  assert.equal(textOf(new TextEncoder().encode("Été").buffer), "Été");
  assert.equal(textOf(Uint8Array.from([0xc9, 0x74, 0xe9]).buffer), "Été");
});
