import { mailApi, ownMarks } from "../incoming/thunderbird.js";
import { sentence } from "../pages/words.js";
import { Stored } from "../store.js";
import { AwaitedMail } from "./awaited.js";
import { deedOfMark } from "./deeds.js";
import { Lessons } from "./lessons.js";
import { Rescue } from "./rescue.js";
import { JunkSearch } from "./search.js";
import { about, SentMail } from "./sent-mail.js";

/**
 * Puts together what has to do with junk: what the user says of it is learned, and what in it may be awaited is put forward. Listens to Thunderbird at once,
 * as the background page has to.
 * @param {object} world
 * @param {import("../host/connection.js").HostConnection} world.host
 * @param {import("../journal/outbox.js").Outbox} world.outbox
 * @param {import("../incoming/folders.js").Folders} world.folders
 * @param {import("../journal/explain.js").Explain} world.explain
 * @param {StorageArea} world.local
 * @param {() => Promise<string>} world.sessionName
 * @param {() => Promise<void>} world.showButton
 * @param {(error?: any) => void} world.troubled
 */
export function startJunk({ host, outbox, folders, explain, local, sessionName, showButton, troubled }) {
  const word = messenger.i18n.getMessage;
  const request = (/** @type {string} */ method, /** @type {object} */ params) => host.request(method, params);
  const put = { deeds: new Stored(local, "deeds", []), awaited: new Stored(local, "awaited", []), notAwaited: new Stored(local, "notAwaited", []) };
  const lessons = new Lessons({ request, mail: mailApi, deeds: put.deeds, session: sessionName, onTrouble: troubled });
  const sentMail = new SentMail({ request, mail: mailApi, outbox });
  const awaited = new AwaitedMail({
    request, sentAbout: about(request), mail: mailApi, list: put.awaited, dismissed: put.notAwaited,
    onChange: showButton, onTrouble: troubled,
    notify: ({ author, subject, because }) => messenger.notifications.create({
      type: "basic", iconUrl: messenger.runtime.getURL("icons/tripostal.svg"), title: word("awaitedTitle"),
      message: `${author}\n${subject || word("noSubject")}\n${sentence(because)}` }),
  });
  const rescue = new Rescue({ mail: mailApi, folders, explain, outbox, lessons });
  const search = new JunkSearch({ mail: mailApi, explain });

  /** @param {(import("./deeds.js").Deed | null)[]} deeds */
  async function learn(deeds) {
    const said = /** @type {import("./deeds.js").Deed[]} */ (deeds.filter(deed => deed !== null));
    if (said.length > 0) {
      await lessons.add(said);
      if (host.state.kind === "ready") {
        await outbox.flush().then(() => lessons.tell()).catch(troubled);
      }
    }
  }

  messenger.messages.onUpdated.addListener(async (header, { junk }) => {
    if (junk !== undefined && !ownMarks.isOwn(header.id, junk)) {
      await learn([deedOfMark(header, junk)]);
    }
  });

  /** Who a message goes to, by the tab in which it is written: when it has left, nobody can be asked any more. @type {Map<number, any>} */
  const leaving = new Map();

  /** Somebody has pressed Send. @param {number} tabId @param {any} details Thunderbird's ComposeDetails */
  function leaves(tabId, { identityId, to, cc, bcc }) {
    leaving.set(tabId, { identityId, recipients: [to, cc, bcc].flat().filter(recipient => typeof recipient === "string") });
  }

  messenger.compose.onAfterSend.addListener((tab, { error, headerMessageId }) => {
    if (!error && headerMessageId) {
      noteSent(tab.id, headerMessageId).catch(troubled);
    }
  });

  messenger.tabs.onRemoved.addListener(tabId => leaving.delete(tabId));

  /** @param {number} tabId @param {string} headerMessageId */
  async function noteSent(tabId, headerMessageId) {
    const { identityId, recipients } = leaving.get(tabId) ?? { recipients: [] };
    const identity = identityId ? await messenger.identities.get(identityId) : null;
    await sentMail.sent(identity?.accountId ?? "", headerMessageId, recipients);
    if (host.state.kind === "ready") {
      await outbox.flush();
      awaited.changed();
    }
  }

  messenger.notifications.onClicked.addListener(() => messenger.action.openPopup());

  return {
    awaited, lessons, sentMail, learn, leaves,
    /** Lets go of what the user said of junk and of what was put forward. */
    async forget() {
      await Promise.all(Object.values(put).map(stored => stored.update(() => [])));
    },
    /** @type {Record<string, (message: any) => Promise<any>>} what the pages may ask for */
    requests: {
      "awaited/rescue": async ({ which }) => {
        const rescued = await rescue.rescue(which);
        await awaited.drop(which);
        return rescued;
      },
      "awaited/dismiss": ({ which }) => awaited.dismiss(which),
      "awaited/search": ({ text }) => search.find(text),
    },
  };
}
