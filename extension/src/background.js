import { buttonFor } from "./button.js";
import { FolderRunner } from "./folder-run/runner.js";
import { HostConnection } from "./host/connection.js";
import { introduction } from "./host/introduction.js";
import { HostError } from "./host/rpc.js";
import { Checkpoint } from "./incoming/checkpoint.js";
import { Folders } from "./incoming/folders.js";
import { InboxWatch } from "./incoming/inbox-watch.js";
import { AddressBooks } from "./incoming/known.js";
import { Unanswered } from "./incoming/patience.js";
import { Sorter } from "./incoming/sorter.js";
import { folderApi, folderAt, mailApi, ownMoves, searchContacts } from "./incoming/thunderbird.js";
import { Explain } from "./journal/explain.js";
import { Outbox } from "./journal/outbox.js";
import { TakeBack } from "./journal/take-back.js";
import { noteUserMoves } from "./journal/user-moves.js";
import { deedOfMove } from "./junk/deeds.js";
import { about } from "./junk/sent-mail.js";
import { startJunk } from "./junk/start.js";
import { addMenus, ALWAYS_PUT, pageFor, SORT_FOLDER } from "./menus.js";
import { startOutgoing } from "./outgoing/start.js";
import { addSpace } from "./space/button.js";
import { Stored } from "./store.js";
import { Suggest } from "./suggestions/suggest.js";
import { welcome } from "./welcome.js";

// Thunderbird may stop this page at any time and start it again for an event: all listeners are registered at once, and what must last is in storage.

const RECONNECT = "reconnect";
const AGAIN = "again";
const LEFT = "left";
/** When to try again what the host, though it is there, could not do. Milliseconds. */
const TRY_AGAIN = 60_000;
const { local, session } = messenger.storage;
const word = messenger.i18n.getMessage;

// ---------------------------------------------------------------- the host

const host = new HostConnection({
  connect: () => messenger.runtime.connectNative("org.tripostal.host"),
  version: messenger.runtime.getManifest().version,
  introduction: async () => introduction({ locale: messenger.i18n.getUILanguage(), accounts: await messenger.accounts.list(false) }),
  planRetry: milliseconds => messenger.alarms.create(RECONNECT, { when: Date.now() + milliseconds }),
  onState: hostChanged,
  onNotification: method => method === "journal/undo-requested" ? undo({}).catch(troubled) : undefined,
  recall: async () => (await session.get("host")).host,
});
const request = (/** @type {string} */ method, /** @type {object} */ params) => host.request(method, params);

/** @param {import("./host/state.js").HostState} state */
async function hostChanged(state) {
  const connected = state.kind === "ready" && lastKind !== "ready";
  lastKind = state.kind;
  await session.set({ host: state });
  await showButton();
  await welcome(state, welcomeDue, () => messenger.tabs.create({ url: "/pages/welcome.html" }));
  if (state.kind === "ready") {
    messenger.alarms.clear(RECONNECT);
  }
  if (connected) {
    await catchUp();
  }
}
let lastKind = "";
const welcomeDue = new Stored(local, "welcome", /** @type {"" | "due"} */ (""));

/** What happened while there was no connection: first what the host is to know, then what is to be taken back, then what nobody has looked at. */
async function catchUp() {
  try {
    await outbox.flush();
    await undo({});
    await watch.look();
    troubled();
  } catch (error) {
    troubled(error);
  }
  await sorter.changed();
  await sorter.drain();
  await runner.resume();
  try {
    await lessons.tell();
    await sentMail.look();
    await awaited.look();
  } catch (error) {
    troubled(error);
  }
}

/** Its failure is the connection's state, which is shown; there is nothing more to do about it here. */
function connect() {
  return host.open().catch(error => console.info("Tripostal: not connected:", error.message));
}

/**
 * Why mail waits although the host is there: the journal cannot be written, for example. A lost connection is shown as such.
 * @param {any} [error] nothing: all is well again
 */
function troubled(error) {
  if (error) {
    console.warn("Tripostal:", error);
  }
  const trouble = error instanceof HostError ? error.message : "";
  if (trouble !== lastTrouble) {
    lastTrouble = trouble;
    session.set({ trouble });
  }
  // Where Thunderbird itself kept silent it may be busy: what was left undone is looked at again.
  if (trouble || error instanceof Unanswered) {
    messenger.alarms.create(AGAIN, { when: Date.now() + TRY_AGAIN });
  }
}
let lastTrouble = "";

async function showButton() {
  const { title, badge } = buttonFor(host.state, await unchecked.list.get(), await awaited.list.get());
  await messenger.action.setTitle({ title: word(title) });
  await messenger.action.setBadgeText({ text: badge });
  await messenger.action.setBadgeBackgroundColor({ color: "#c50042" });
}

// ---------------------------------------------------------------- incoming

const folders = new Folders(folderApi);
const books = new AddressBooks(searchContacts);
const outbox = new Outbox(new Stored(local, "outbox", []), request);
const decisions = new Stored(local, "decisions", /** @type {any[]} */ ([]));
const sentAbout = about(request);
const checkpoint = new Checkpoint(new Stored(local, "checkpoint", {}));
const sorter = new Sorter({
  host, mail: mailApi, folders, books, sentAbout, outbox, checkpoint, queue: new Stored(local, "queue", []), decisions,
  session: sessionName, onTrouble: troubled, planAgain: when => messenger.alarms.create(LEFT, { when }),
});
const watch = new InboxWatch({
  request, mail: mailApi, sorter, checkpoint, outbox, seen: new Stored(local, "seen", []), met: new Stored(local, "met", {}), onTrouble: troubled,
});

/** Numbers of messages mean something as long as this name stays: until Thunderbird ends, or the add-on is loaded anew. */
function sessionName() {
  return naming ??= (async () => {
    const { name = crypto.randomUUID() } = await session.get("name");
    await session.set({ name });
    return name;
  })();
}
/** @type {Promise<string> | null} */
let naming = null;

messenger.messages.onNewMailReceived.addListener(async (folder, list) => {
  if (!folder.specialUse.includes("inbox")) {
    return;
  }
  for (let page = /** @type {MessageList | null} */ (list); page; page = page.id ? await messenger.messages.continueList(page.id) : null) {
    await sorter.take(folder.accountId, folder.path, page.messages);
  }
  await watch.meet(folder.accountId).catch(troubled); // then they wait; the look at the next connection does the same
  await sorter.drain();
});

messenger.accounts.onCreated.addListener(account => watch.notice(account));
messenger.accounts.onDeleted.addListener(() => sorter.drain()); // what waits of it is struck off

// What was left because a folder could not take it may be taken now.
for (const event of [messenger.folders.onCreated, messenger.folders.onRenamed, messenger.folders.onMoved, messenger.folders.onDeleted]) {
  event.addListener(() => host.state.kind === "ready" ? sorter.changed() : undefined);
}

messenger.folders.onFolderInfoChanged.addListener((folder, { totalMessageCount }) => {
  if (folder.specialUse.includes("junk") && totalMessageCount !== undefined) {
    awaited.changed();
  }
  if (folder.specialUse.includes("inbox")) {
    watch.changed(folder, totalMessageCount);
  }
});

messenger.messages.onMoved.addListener(async (before, after) => {
  const own = before.messages.map(({ id }) => ownMoves.isOwn(id));
  // One that comes in the moment in which another goes leaves the number of messages as it was.
  inboxesOf(before.messages).forEach(inbox => watch.changed(inbox));
  const byUser = (/** @type {any[]} */ messages) => messages.filter((_, index) => !own[index]);
  await sorter.leave(byUser(before.messages));
  await noteUserMoves({ outbox, headers: mailApi.headers }, byUser(before.messages), byUser(after.messages));
  await suggest.note(byUser(before.messages), byUser(after.messages));
  await junk.learn(after.messages.map((now, index) => own[index] ? null : deedOfMove(before.messages[index], now)));
  if (host.state.kind === "ready") {
    await outbox.flush().catch(troubled);
  }
});

messenger.messages.onDeleted.addListener((/** @type {MessageList} */ { messages }) => inboxesOf(messages).forEach(inbox => watch.changed(inbox)));

/** @param {any[]} messages */
function inboxesOf(messages) {
  return messages.map(({ folder }) => folder).filter(folder => folder?.specialUse.includes("inbox"));
}

// ---------------------------------------------------------------- whole folders

const runner = new FolderRunner({
  request, mail: mailApi, folderAt, folders, books, outbox, jobs: new Stored(local, "folderRuns", []), area: local, online: () => navigator.onLine,
});

addEventListener("online", () => host.state.kind === "ready" ? runner.resume() : undefined);

messenger.menus.onClicked.addListener(info => {
  const url = pageFor(info);
  return url ? messenger.tabs.create({ url }) : undefined;
});

// ---------------------------------------------------------------- the journal

const explain = new Explain({ request, mail: mailApi, books, sentAbout });
const suggest = new Suggest({
  moves: new Stored(local, "handMoves", []), dismissed: new Stored(local, "dismissedSuggestions", []), request, headers: mailApi.headers });
const takeBack = new TakeBack({ request, outbox, mail: mailApi, folders });

/** @param {{ids?: number[], lastRun?: boolean, run?: string, rule?: string}} which */
async function undo(which) {
  const undone = await takeBack.undo(which);
  if (undone.done.length + undone.failed.length > 0) {
    await session.set({ undone: { at: new Date().toISOString(), ...undone } }); // pages that list the journal look again
  }
  return undone;
}

/** Forgets on both sides all that is known of the mail. What lies in the inboxes at the look that follows counts as old mail. */
async function forget() {
  await outbox.flush();
  await request("data/wipe", {});
  await decisions.update(() => []);
  await suggest.forget();
  await runner.forget();
  await junk.forget();
  await unchecked.forget();
  await showButton();
  await watch.beginAnew();
  await watch.look();
}

// ---------------------------------------------------------------- junk

const junk = startJunk({ host, outbox, folders, explain, local, sessionName, showButton, troubled });
const { awaited, lessons, sentMail } = junk;

// ---------------------------------------------------------------- outgoing

const outgoing = startOutgoing({ host, headers: mailApi.headers, local, session, showButton, leaves: junk.leaves });
const { unchecked } = outgoing;

// ---------------------------------------------------------------- what the pages ask for

/** @type {Record<string, (message: any, sender: any) => Promise<any>>} */
const REQUESTS = {
  "host/retry": () => host.retry().catch(() => undefined), // the state says how it went
  "host/set-active": ({ active }) => host.setActive(active),
  "host/ask": ({ method, params }) => request(method, params),
  "host/change": async ({ method, params }) => { await host.change(method, params); return host.state.problems; },
  "journal/undo": ({ which }) => undo(which),
  "data/wipe": () => forget(),
  "suggestions/list": () => suggest.list(),
  "suggestions/dismiss": ({ which }) => suggest.dismiss(which),
  "run/start": ({ job }) => runner.start(job),
  "run/control": ({ id, how }) => runner.control(id, how),
  "run/seen": async ({ id }) => runner.seen(id),
  "why/past": async ({ id }) => explain.past(await messenger.messages.get(id)),
  "why/now": async ({ id }) => explain.now(await messenger.messages.get(id)),
  "unchecked/seen": async () => { await unchecked.markSeen(); await showButton(); },
  "unchecked/forget": async () => { await unchecked.forget(); await showButton(); },
  ...junk.requests,
  ...outgoing.requests,
};

messenger.runtime.onMessage.addListener((message, sender) => REQUESTS[message.request]?.(message, sender));

// ---------------------------------------------------------------- start

messenger.alarms.onAlarm.addListener(({ name }) => name === RECONNECT ? connect()
  : host.state.kind !== "ready" ? undefined : name === LEFT ? sorter.drain() : catchUp()); // what is due then is looked at when it is ready again
messenger.runtime.onStartup.addListener(() => undefined); // only so that Thunderbird starts this page when it starts itself
messenger.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === "install") {
    await welcomeDue.update(() => "due");
    await welcome(host.state, welcomeDue, () => messenger.tabs.create({ url: "/pages/welcome.html" })); // it may be clear already
  }
});

messenger.accounts.list(false).then(accounts => accounts.forEach(({ id }) => watch.notice(id)));
addMenus({ [SORT_FOLDER]: word("menuSortFolder"), [ALWAYS_PUT]: word("menuAlwaysPut") }).catch(error => console.error("Tripostal: no entries in the menus:", error));
addSpace(word("buttonSpace")).catch(error => console.error("Tripostal: no button in the spaces bar:", error));
connect();
