// What there is to see: a made-up mailbox, a host that answers, one page after the other.

const host = { kind: "ready", detail: "", attempt: 0, version: "0.1.0", active: true, packs: ["netiquette", "sorting", "spam"], routes: 3, configDir: "/home/me/.config/tripostal", problems: [] };
const at = (hour, minute, days = 0) => {
  const day = new Date();
  day.setHours(hour, minute, 0, 0);
  day.setDate(day.getDate() - days);
  return day.toISOString();
};
const action = (type, rule, because, more = {}) => ({ type, pack: "sorting", rule, because, matched: [], ...more });
const route = (from, folder) => action("file-into", "Sort by sender", `it comes from ${from}, which routes.csv sorts into “${folder}”`, { folder });

let id = 40;
const entry = (when, author, subject, to, did, more = {}) => ({
  id: id--, run: when, at: when, account: "account1", headerMessageId: `${id}@example.org`, author, subject, from: "/INBOX", to, outcome: "done", undo: "none",
  before: { read: false, flagged: false, junk: false, tags: [] }, decision: { actions: [did], lost: [], spam: {} }, ...more,
});

const entries = [
  entry(at(11, 42), "Ann Example <ann@example.org>", "Sunday at the lake, with a subject that is longer than any line is wide", "/Family", route("ann@example.org", "Family")),
  entry(at(11, 40), "Club <news@club.example>", "Régate d’automne", "/Club/News", action("file-into", "Sort by the sender's domain", "it comes from club.example, which routes.csv sorts into “Club/News”", { folder: "Club/News" })),
  entry(at(10, 5), "Lucky Winner <win@prize.example>", "You have won", "/Junk", { ...action("mark-junk", "The server says it is spam", "the server says so (X-Spam-Flag: YES)"), pack: "spam" }),
  entry(at(9, 58), "Ann Example <ann@example.org>", "Photos", "/Family", route("ann@example.org", "Family"), { undo: "done" }),
  entry(at(9, 12), "debian-user <debian-user@lists.debian.example>", "Re: fonts", "/Lists/debian-user", action("file-into", "A mailing list has its folder", "it came through the mailing list debian-user", { folder: "Lists/debian-user" })),
  entry(at(8, 1), "", "", "/Family", route("ann@example.org", "Family"), { outcome: "failed" }),
];

const overview = {
  total: 6, undone: 1, daysKept: 90,
  folders: [{ account: "account1", folder: "/Family", count: 3, undone: 1 }, { account: "account1", folder: "/Club/News", count: 1, undone: 0 }, { account: "account1", folder: "/Junk", count: 1, undone: 0 }, { account: "account1", folder: "/Lists/debian-user", count: 1, undone: 0 }],
  rules: [{ pack: "sorting", rule: "Sort by sender", count: 30, undone: 4 }, { pack: "spam", rule: "The server says it is spam", count: 12, undone: 1 }, { pack: "sorting", rule: "Sort by the sender's domain", count: 8, undone: 0 }, { pack: "sorting", rule: "A mailing list has its folder", count: 3, undone: 0 }],
  runs: [{ run: "r2", at: at(11, 40), count: 2, undone: 0 }, { run: "r1", at: at(9, 58), count: 4, undone: 1 }],
  days: [6, 5, 3, 2, 1, 0].map((days, index) => ({ day: at(12, 0, days).slice(0, 10), sorted: 4 + index * 3 % 7, junk: index % 3, rescued: index === 2 ? 1 : 0, other: index % 2 })),
};

const api = {
  folders: { query: { returns: [{ id: "account1://Family", accountId: "account1", path: "/Family", name: "Family", specialUse: [] }] } },
  messages: { query: { returns: { id: null, messages: [{ id: 1, headerMessageId: entries[0].headerMessageId }] } } },
  messageDisplay: { open: { returns: {} } },
  tabs: { create: { returns: { id: 5 } } },
};

const job = { id: "j1", kind: "preview", account: "account1", folder: "/INBOX", what: {}, state: "done", reason: "", detail: "", total: 1_234, looked: 1_234, touched: 128, failed: 0, place: null, hostMs: 300, spentMs: 4_000, begunAt: at(11, 0), endedAt: at(11, 1) };
const message = (author, subject, because) => ({ headerMessageId: subject, author, subject, date: at(10, 0, 3), because });
const groups = [
  { key: "1", type: "file-into", folder: "Family", pack: "sorting", rule: "Sort by sender", count: 126, messages: [message("Ann Example <ann@example.org>", "Sunday at the lake, with a subject that is longer than any line is wide", "it comes from ann@example.org, which routes.csv sorts into “Family”"), message("Ann Example <ann@example.org>", "Photos", "it comes from ann@example.org, which routes.csv sorts into “Family”")] },
  { key: "2", type: "mark-junk", pack: "spam", rule: "The server says it is spam", count: 2, messages: [message("Lucky Winner <win@prize.example>", "You have won", "the server says so (X-Spam-Flag: YES)")] },
];
const inbox = { folders: { query: { returns: [{ id: "account1://INBOX", accountId: "account1", path: "/INBOX", name: "Inbox", specialUse: ["inbox"] }, { id: "f", accountId: "account1", path: "/Family", name: "Family", specialUse: [] }, { id: "c", accountId: "account1", path: "/Club/News", name: "News", specialUse: [] }] }, getFolderInfo: { returns: { totalMessageCount: 1_234 } } },
  messages: { get: { returns: { id: 7, author: "Ann Example <ann@example.org>", subject: "Re: fonts", folder: { accountId: "account1", path: "/INBOX" } } }, getHeaders: { returns: { "list-id": ["Users <debian-user.lists.debian.example>"] } } } };
const runs = { "run/start": "j1", "run/control": null, "run/seen": { groups, touched: 128 }, "journal/undo": { done: [1], failed: [] } };
const sortPage = "sort.html?account=account1&path=/INBOX";

const suggestion = { account: "account1", from: "bob@example.org", folder: "Friends", count: 4, evidence: [{ at: at(9, 0, 1), subject: "The book" }, { at: at(9, 0, 3), subject: "Saturday" }] };
const routes = [{ from: "ann@example.org", folder: "Family" }, { from: "@club.example", folder: "Club/News" }, { from: "<debian-user.lists.debian.example>", folder: "Lists/Debian" }];
const routeAnswers = { "routes/list": { total: 3_000, routes }, "routes/conflicts": { total: 2, conflicts: [
  { kind: "never-counts", line: 12, from: "ann@example.org", folder: "Friends", other: "ann@example.org", otherFolder: "Family" },
  { kind: "exception", line: 0, from: "chair@club.example", folder: "Important", other: "@club.example", otherFolder: "Club/News" }] },
"routes/import": { added: 2, changed: 1, same: 40, refused: 1, additions: [{ from: "eve@example.org", folder: "Eve" }, { from: "@town.example", folder: "Town" }],
  changes: [{ from: "bob@example.org", folder: "Friends", before: "Work" }], problems: [{ file: "list.csv", line: 4, message: "“zoe” is not an address.", remedy: "Write an address, such as ann@example.org." }] } };
const routesApi = { ...inbox, accounts: { list: { returns: [{ id: "account1", identities: [] }] } }, tabs: { create: { returns: { id: 5 } } } };

const whyEntry = { ...entries[4], decision: { ...entries[4].decision, actions: [{ ...entries[4].decision.actions[0], matched: [{ field: "list", value: "debian-user" }] }],
  lost: [{ ...action("file-into", "Spam by its score", "it looks like spam"), pack: "spam", type: "mark-junk", lostTo: { pack: "sorting", rule: "A mailing list has its folder" } }],
  spam: { verdict: "unsure", score: 0.61, evidence: [{ name: "words", weight: 1.2, because: "its words are those of spam" }] } } };
const whyApi = { ...api, tabs: { query: { returns: [{ id: 1 }] }, create: { returns: {} } },
  messageDisplay: { getDisplayedMessages: { returns: { id: null, messages: [{ id: 7, headerMessageId: whyEntry.headerMessageId, author: whyEntry.author, subject: whyEntry.subject, folder: { path: whyEntry.to, accountId: "account1" } }] } } } };

const pack = { name: "club", version: "1.2", checksum: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", signed: false, replaces: "1.1", same: false, refused: 0, problems: [], rules: [
  { rule: "Bills", says: "If the subject contains “bill”: file it into “Bills”.", needsBody: false, looksAt: ["IncomingMessage"] },
  { rule: "Minutes", says: "If there is an attachment (the name contains “minutes”): tag it “Club”.", needsBody: true, looksAt: ["IncomingMessage", "Attachment"] }] };
const settingsApi = { ...routesApi, accounts: { list: { returns: [{ id: "account1", name: "me@example.org", identities: [] }] } } };
const settingsAnswers = { ...routeAnswers, "silences/list": [], "policy/decided": { block: [], noHostNoSend: false, problems: [] }, "packs/read": pack,
  "packs/list": { packs: [{ name: "club", version: "1.1", checksum: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", signed: false }, { name: "old-notes", trouble: "“notes.ods” has no business in a pack." }] },
  "settings/get": {
    file: "/home/me/.config/tripostal/settings.yaml", routesFile: "/home/me/.config/tripostal/routes.csv", severity: {}, providers: { "club.example": 10_485_760 },
    settings: { "active": true, "netiquette.exposed-recipients": 5, "netiquette.allow-same-organisation": false, "netiquette.large-attachment": 5_242_880, "folders.self": "Self", "folders.lists": "Lists", "spam.learner": "shared", "journal.days": 90 },
    rules: [{ pack: "sorting", rule: "Sort by sender", because: "it comes from {from}, which routes.csv sorts into “{folder}”", says: "If it has a sender and there is a route (the address is the sender): file it into the route's folder.", runs: true },
      { pack: "spam", rule: "The server says it is spam", because: "the server says so ({header})", runs: true }, { pack: "netiquette", rule: "A message has a subject", because: "the subject is empty", runs: false },
      { pack: "organisation/club", rule: "Club mail", because: "it comes from the club", says: "If the sender's domain is “club.example”: file it into “Club”.", runs: true, organisation: "first" },
      { pack: "user/club", rule: "Bills", because: "the rule “Bills” applies", says: "If the subject contains “bill”: file it into “Bills”.", runs: true }] } };

/** Each page with what it shows, by name. */
export const WORLDS = {
  "space": { path: "space.html", session: { host }, answers: { "journal/search": { byParams: [[{ before: entries.at(-1).id }, { entries: [], more: false }]], otherwise: { entries, more: true } }, "journal/overview": overview, "suggestions/list": [suggestion] }, api },
  "space-week": { path: "space.html", session: { host }, answers: { "journal/search": { entries, more: false }, "journal/overview": overview, "suggestions/list": [] }, api,
    then: page => page.select("#period", "week") },
  "space-empty": { path: "space.html", session: { host: { ...host, active: false } }, answers: { "journal/search": { entries: [], more: false }, "journal/overview": { ...overview, folders: [], rules: [], runs: [], days: [] }, "suggestions/list": [] }, api },
  "sort": { path: sortPage, width: 860, height: 500, session: { host }, local: {}, answers: runs, api: inbox },
  "sort-preview": { path: sortPage, width: 860, session: { host }, local: { folderRuns: [job] }, answers: runs, api: inbox,
    then: async page => { await page.click("#preview"); await page.waitForSelector("#run-do:not([hidden])"); await page.click(".run-group summary"); } },
  "sort-running": { path: sortPage, width: 860, session: { host }, local: { folderRuns: [{ ...job, kind: "sort", state: "running", looked: 700, touched: 71, failed: 1 }] }, answers: runs, api: inbox },
  "sort-offline": { path: sortPage, width: 860, session: { host }, local: { folderRuns: [{ ...job, kind: "sort", state: "waiting", reason: "offline", looked: 700, touched: 71 }] }, answers: runs, api: inbox },
  "always": { path: "always.html?message=7", width: 860, session: { host }, local: { folderRuns: [job] }, answers: runs, api: inbox,
    then: async page => { await page.type("#folder", "a"); } },
  "always-preview": { path: "always.html?message=7&into=Family", width: 860, session: { host }, local: { folderRuns: [job] }, answers: runs, api: inbox,
    then: async page => { await page.click("#preview"); await page.waitForSelector("#run-do:not([hidden])"); } },
  "routes": { path: "routes.html", width: 860, session: { host }, answers: routeAnswers, api: routesApi },
  "routes-import": { path: "routes.html", width: 860, session: { host }, answers: routeAnswers, api: routesApi, then: async page => {
    await (await page.$("#file")).uploadFile(new URL("list.csv", import.meta.url).pathname);
    await page.waitForSelector("#report:not([hidden])");
    await page.$$eval("details:not([hidden])", all => all.forEach(one => { one.open = true; }));
  } },
  "welcome": { path: "welcome.html", width: 860, session: { host: { ...host, active: false } }, local: { folderRuns: [] }, answers: runs, api: inbox },
  "welcome-seen": { path: "welcome.html", width: 860, session: { host: { ...host, active: false } }, local: { folderRuns: [job] }, answers: runs, api: inbox,
    then: async page => { await page.click("#preview"); await page.waitForSelector("#run:not([hidden]) .run-group"); } },
  "welcome-no-host": { path: "welcome.html", width: 860, session: { host: { ...host, kind: "never-started" } }, answers: runs, api: inbox },
  "why": { path: "why.html", width: 440, height: 560, session: { host }, answers: { "why/past": whyEntry, "journal/undo": { done: [1], failed: [] } }, api: whyApi },
  "status": { path: "status.html", width: 420, height: 560, session: { host }, local: { unchecked: [], decisions: [] }, answers: { "journal/list": { entries }, "unchecked/seen": null }, api: {} },
  "settings": { path: "settings.html", width: 860, session: { host }, api: settingsApi, answers: settingsAnswers },
  "settings-pack": { path: "settings.html", width: 860, session: { host }, api: settingsApi, answers: settingsAnswers, then: async page => {
    await (await page.$("#pack-file")).uploadFile(new URL("list.csv", import.meta.url).pathname);
    await page.waitForSelector("#pack-report:not([hidden])");
  } },
  "settings-pack-refused": { path: "settings.html", width: 860, session: { host }, api: settingsApi, answers: { ...settingsAnswers, "packs/read": { ...pack, rules: [], refused: 1, problems: [
    { file: "club/evil.drl", line: 9, column: 5, source: "    System.exit(0);", message: "“System” asks for what a rule may not do.", remedy: "Take it out: a rule looks at a message and decides." }] } }, then: async page => {
    await (await page.$("#pack-file")).uploadFile(new URL("list.csv", import.meta.url).pathname);
    await page.waitForSelector("#pack-report:not([hidden])");
  } },
  "space-no-host": { path: "space.html", session: { host: { ...host, kind: "was-lost" } } },
};
