import { Stored } from "../store.js";
import { ask } from "./ask.js";
import { Desk } from "./desk.js";
import { Editor } from "./editor.js";
import { Examiner } from "./examiner.js";
import { Guard, uncheckedReason } from "./guard.js";
import { Judged } from "./judged.js";
import { Originals, ownAddresses } from "./original.js";
import { Policy } from "./policy.js";
import { Reviews } from "./reviews.js";
import { Attachments } from "./shrink.js";
import { Sign } from "./sign.js";
import { Silences } from "./silences.js";
import { UncheckedSends } from "./unchecked.js";
import { maySendAnyway } from "./verdict.js";
import { toWire } from "./wire.js";

/** Longer than the guard waits: the answer to one slow send is late, but a host that never answers is noticed. Milliseconds. */
const COMPOSE_TIMEOUT = 10_000;
/** How long the thread of a reply may be looked through, while Send waits. Milliseconds. */
const THREAD_PATIENCE = 700;
const WATCH = "watch";
const TICK = "✓";

/**
 * Puts the outgoing side together and listens to Thunderbird; at once, as the background page has to.
 * @param {object} world
 * @param {import("../host/connection.js").HostConnection} world.host
 * @param {(header: any) => Promise<Record<string, string[]>>} world.headers of a message
 * @param {StorageArea} world.local @param {StorageArea} world.session
 * @param {() => Promise<void>} world.showButton
 * @param {(tabId: number, details: any) => void} world.leaves who else wants to know what is about to leave
 * @returns {{unchecked: UncheckedSends, requests: Record<string, (message: any, sender: any) => Promise<any>>}} what the pages may ask for
 */
export function startOutgoing({ host, headers, local, session, showButton, leaves }) {
  const { compose, composeAction, scripting } = messenger;
  const word = messenger.i18n.getMessage;
  const unchecked = new UncheckedSends(new Stored(local, "unchecked", []), session);
  const reviews = new Reviews(session);
  const silences = new Silences(new Stored(local, "silences", []));
  const policy = new Policy(() => messenger.storage.managed.get());
  const editor = new Editor(scripting.executeScript);
  const attachments = new Attachments(compose);
  const examiner = new Examiner({ judge, policy, silences });
  const examine = examiner.examine.bind(examiner);
  const reason = (/** @type {Error} */ error) => uncheckedReason(error, host.state.kind);
  const originals = new Originals({
    get: messenger.messages.get, headers, sent: () => messenger.folders.query({ specialUse: ["sent"] }), query: messenger.messages.query });
  const judged = new Judged({ ask: async message => (await host.request("compose/judge", { message }, COMPOSE_TIMEOUT)).findings, state: () => host.state });
  const guard = new Guard({ examine, reviews, policy, reason, onUnchecked: tellUnchecked });
  const sign = new Sign({ examine, details: compose.getComposeDetails, show: showSign });
  const desk = new Desk({
    reviews, examine, compose, editor, attachments, silences, noSubject: word("noSubject"),
    filelink: async () => (await host.request("filelink/accounts", {})).accounts[0]?.name ?? "",
    fixing: {
      language: messenger.i18n.getUILanguage(),
      lines: tabId => editor.read(tabId),
      original: details => originals.of(details),
      own: async () => ownAddresses(await messenger.accounts.list(false)),
      attachments: tabId => compose.listAttachments(tabId),
      smaller: found => attachments.smaller(found),
    },
  });

  /** @param {number} tabId @param {any} details */
  async function judge(tabId, details) {
    const [files, identity, answered] = await Promise.all([
      compose.listAttachments(tabId), messenger.identities.get(details.identityId), originals.of(details)]);
    const message = toWire(details, files, identity?.accountId ?? "", answered);
    const findings = await judged.of(tabId, message);
    if (answered && findings.some((/** @type {any} */ { code }) => code === "reply-not-to-all")) {
      const earlier = await earlierInTime(answered);
      return earlier.length > 0 ? judged.of(tabId, { ...message, earlier }) : findings;
    }
    return findings;
  }

  /** Looked for only where it matters: it may take Thunderbird longer than all the rest. @param {import("./original.js").Original} answered */
  function earlierInTime(answered) {
    const found = originals.earlier(answered).catch(error => {
      console.info("Tripostal: the thread cannot be looked through:", error);
      return [];
    });
    return Promise.race([found, new Promise(resolve => { setTimeout(() => resolve([]), THREAD_PATIENCE); })]);
  }

  /** @param {number} tabId @param {any} details @param {Error} error */
  async function tellUnchecked(tabId, details, error) {
    console.warn("Tripostal: sent unchecked:", error);
    await unchecked.add(tabId, details.subject, reason(error));
    await showButton();
    const why = word(`unchecked_${reason(error).replaceAll("-", "_")}`);
    await notify(word("uncheckedTitle"), word("uncheckedMessage", [details.subject || word("noSubject"), why]));
  }

  /**
   * What the popup changes, no event may tell of.
   * @template T
   * @param {number} tabId @param {Promise<T>} done
   */
  function andSign(tabId, done) {
    return done.finally(() => { sign.changed(tabId); });
  }

  /** @param {string} title @param {string} message */
  function notify(title, message) {
    return messenger.notifications.create({ type: "basic", iconUrl: messenger.runtime.getURL("icons/tripostal.svg"), title, message });
  }

  /** @param {number} tabId @param {boolean} well */
  async function showSign(tabId, well) {
    await composeAction.setBadgeText({ tabId, text: well ? TICK : "" });
    await composeAction.setTitle({ tabId, title: word(well ? "signWell" : "checkNow") });
  }

  /** Thunderbird keeps what was registered as long as the add-on runs, longer than this page. */
  async function watchWindows() {
    await composeAction.setBadgeBackgroundColor({ color: "#0b7a4b" });
    if ((await scripting.compose.getRegisteredScripts({ ids: [WATCH] })).length === 0) {
      await scripting.compose.registerScripts([{ id: WATCH, js: ["compose-window/watch.js"] }]);
    }
  }

  /**
   * What was held is shown.
   * @param {any} tab @param {import("./verdict.js").Review} review
   */
  function show(tab, review) {
    return ask({
      popup: () => composeAction.openPopup({ windowId: tab.windowId }),
      window: () => messenger.windows.create({
        type: "popup", url: `pages/review.html?tab=${tab.id}`, width: 560, height: 480, allowScriptsToClose: true }),
      sendAndTell: async failure => {
        if (review.unchecked) {
          await notify(word("barred"), word(`unchecked_${review.unchecked.replaceAll("-", "_")}`));
        } else if (!maySendAnyway(review.findings)) {
          await notify(word("blocked"), review.findings.map(({ because }) => because).join("\n"));
        } else {
          await tellUnchecked(tab.id, await compose.getComposeDetails(tab.id), failure);
          await desk.send(tab.id);
        }
      },
    });
  }

  // The only one: for each listener Thunderbird writes the whole message out anew, while the user waits.
  compose.onBeforeSend.addListener((tab, details) => {
    leaves(tab.id, details);
    return guard.beforeSend(tab, details);
  });

  compose.onAfterSend.addListener(async (tab, { mode, error }) => {
    originals.sentChanged();
    await unchecked.settle(tab.id, !error);
    const review = await reviews.of(tab.id);
    if (!error || !review?.asking) {
      await showButton();
      return;
    }
    await reviews.remember(tab.id, { ...review, mode });
    await show(tab, review);
  });

  compose.onAttachmentAdded.addListener(tab => sign.changed(tab.id));
  compose.onAttachmentRemoved.addListener(tab => sign.changed(tab.id));
  compose.onComposeStateChanged.addListener(tab => sign.changed(tab.id));

  messenger.folders.onFolderInfoChanged.addListener(folder => folder.specialUse.includes("sent") ? originals.sentChanged() : undefined);

  messenger.tabs.onRemoved.addListener(async tabId => {
    attachments.forget(tabId);
    judged.forget(tabId);
    await reviews.forget(tabId);
    await unchecked.settle(tabId, true);
  });

  watchWindows().catch(error => console.warn("Tripostal: no sign in compose windows:", error));

  return {
    unchecked,
    requests: {
      "review/open": ({ tabId }) => desk.open(tabId),
      "review/check": ({ tabId }) => andSign(tabId, desk.check(tabId)),
      "review/fix": ({ tabId, code }) => andSign(tabId, desk.fix(tabId, code)),
      "review/take-back": ({ tabId }) => andSign(tabId, desk.takeBack(tabId)),
      "review/silence": ({ tabId, code, scope }) => andSign(tabId, desk.silence(tabId, code, scope)),
      "review/send": ({ tabId }) => desk.send(tabId),
      "sign/changed": async (_, sender) => sender.tab && sign.changed(sender.tab.id),
      "silences/list": () => silences.list(),
      "silences/revoke": ({ id }) => silences.revoke(id),
      "policy/decided": async () => { await policy.ready; return policy.decided; },
    },
  };
}
