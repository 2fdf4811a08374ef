import { buttonFor } from "./button.js";
import { HostConnection } from "./host/connection.js";
import { introduction } from "./host/introduction.js";
import { Folders } from "./incoming/folders.js";
import { Sorter } from "./incoming/sorter.js";
import { folderApi, mailApi } from "./incoming/thunderbird.js";
import { ask } from "./outgoing/ask.js";
import { Desk } from "./outgoing/desk.js";
import { Guard, uncheckedReason } from "./outgoing/guard.js";
import { Reviews } from "./outgoing/reviews.js";
import { UncheckedSends } from "./outgoing/unchecked.js";
import { maySendAnyway } from "./outgoing/verdict.js";
import { toWire } from "./outgoing/wire.js";
import { Stored } from "./store.js";

// Thunderbird may stop this page at any time and start it again for an event: all listeners are registered at once, and what must last is in storage.

const RECONNECT = "reconnect";
/** Longer than the guard waits: the answer to one slow send is late, but a host that never answers is noticed. Milliseconds. */
const COMPOSE_TIMEOUT = 10_000;
const { local, session } = messenger.storage;
const word = messenger.i18n.getMessage;

// ---------------------------------------------------------------- the host

const host = new HostConnection({
  connect: () => messenger.runtime.connectNative("org.tripostal.host"),
  version: messenger.runtime.getManifest().version,
  introduction: async () => introduction({ locale: messenger.i18n.getUILanguage(), accounts: await messenger.accounts.list(false) }),
  planRetry: milliseconds => messenger.alarms.create(RECONNECT, { when: Date.now() + milliseconds }),
  onState: hostChanged,
  recall: async () => (await session.get("host")).host,
});

/** @param {import("./host/state.js").HostState} state */
async function hostChanged(state) {
  await session.set({ host: state });
  await showButton();
  if (state.kind === "ready") {
    messenger.alarms.clear(RECONNECT);
    await sorter.drain();
  }
}

/** Its failure is the connection's state, which is shown; there is nothing more to do about it here. */
function connect() {
  return host.open().catch(error => console.info("Tripostal: not connected:", error.message));
}

async function showButton() {
  const { title, badge } = buttonFor(host.state, await unchecked.list.get());
  await messenger.action.setTitle({ title: word(title) });
  await messenger.action.setBadgeText({ text: badge });
  await messenger.action.setBadgeBackgroundColor({ color: "#c50042" });
}

// ---------------------------------------------------------------- incoming

const sorter = new Sorter({
  host, mail: mailApi, folders: new Folders(folderApi),
  queue: new Stored(local, "queue", []), ledger: new Stored(local, "ledger", []), decisions: new Stored(local, "decisions", []),
});

messenger.messages.onNewMailReceived.addListener(async (folder, list) => {
  if (!folder.specialUse.includes("inbox")) {
    return;
  }
  for (let page = /** @type {MessageList | null} */ (list); page; page = page.id ? await messenger.messages.continueList(page.id) : null) {
    await sorter.take(folder.accountId, folder.path, page.messages);
  }
  await sorter.drain();
});

// ---------------------------------------------------------------- outgoing

const unchecked = new UncheckedSends(new Stored(local, "unchecked", []), session);
const reviews = new Reviews(session);
const guard = new Guard({ judge, reviews, onUnchecked: tellUnchecked });
const desk = new Desk({ judge, reviews, compose: messenger.compose, noSubject: word("noSubject") });

/** @param {number} tabId @param {any} details */
async function judge(tabId, details) {
  const [attachments, identity] = await Promise.all([
    messenger.compose.listAttachments(tabId), messenger.identities.get(details.identityId)]);
  const message = toWire(details, attachments, identity?.accountId ?? "");
  return (await host.request("compose/judge", { message }, COMPOSE_TIMEOUT)).findings;
}

/** @param {number} tabId @param {any} details @param {Error} error */
async function tellUnchecked(tabId, details, error) {
  console.warn("Tripostal: sent unchecked:", error);
  const reason = uncheckedReason(error, host.state.kind);
  await unchecked.add(tabId, details.subject, reason);
  await showButton();
  const why = word(`unchecked_${reason.replaceAll("-", "_")}`);
  await notify(word("uncheckedTitle"), word("uncheckedMessage", [details.subject || word("noSubject"), why]));
}

/** @param {string} title @param {string} message */
function notify(title, message) {
  return messenger.notifications.create({ type: "basic", iconUrl: messenger.runtime.getURL("icons/tripostal.svg"), title, message });
}

messenger.compose.onBeforeSend.addListener((tab, details) => guard.beforeSend(tab, details));

messenger.compose.onAfterSend.addListener(async (tab, { mode, error }) => {
  await unchecked.settle(tab.id, !error);
  const review = await reviews.of(tab.id);
  if (!error || !review?.asking) {
    await showButton();
    return;
  }
  await reviews.remember(tab.id, { ...review, mode });
  await ask({
    popup: () => messenger.composeAction.openPopup({ windowId: tab.windowId }),
    window: () => messenger.windows.create({
      type: "popup", url: `pages/review.html?tab=${tab.id}`, width: 560, height: 420, allowScriptsToClose: true }),
    sendAndTell: async reason => {
      const details = await messenger.compose.getComposeDetails(tab.id);
      if (!maySendAnyway(review.findings)) {
        await notify(word("blocked"), review.findings.map(({ because }) => because).join("\n"));
        return;
      }
      await tellUnchecked(tab.id, details, reason);
      await desk.send(tab.id);
    },
  });
});

messenger.tabs.onRemoved.addListener(async tabId => {
  await reviews.forget(tabId);
  await unchecked.settle(tabId, true);
});

// ---------------------------------------------------------------- what the pages ask for

/** @type {Record<string, (message: any) => Promise<any>>} */
const REQUESTS = {
  "host/retry": () => host.retry().catch(() => undefined), // the state says how it went
  "host/set-active": ({ active }) => host.setActive(active),
  "unchecked/seen": async () => { await unchecked.markSeen(); await showButton(); },
  "unchecked/forget": async () => { await unchecked.forget(); await showButton(); },
  "review/open": ({ tabId }) => desk.open(tabId),
  "review/move-to-bcc": ({ tabId }) => desk.moveToBcc(tabId),
  "review/send": ({ tabId }) => desk.send(tabId),
};

messenger.runtime.onMessage.addListener(message => REQUESTS[message.request]?.(message));

// ---------------------------------------------------------------- start

messenger.alarms.onAlarm.addListener(({ name }) => name === RECONNECT ? connect() : undefined);
messenger.runtime.onStartup.addListener(() => undefined); // only so that Thunderbird starts this page when it starts itself
messenger.runtime.onInstalled.addListener(() => undefined);

connect();
