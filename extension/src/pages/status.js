import { olderHalf } from "../host/state.js";
import { byId, element, fillWords, sentence, word } from "./words.js";

// Shows what storage holds, and again at each change there; what a button does is asked of the background page.

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);
const addonVersion = messenger.runtime.getManifest().version;

/** @param {import("../host/state.js").HostState} host */
function showHost(host) {
  const ready = host.kind === "ready";
  const words = ready ? (host.active ? "ready_active" : "ready_inactive") : host.kind;
  byId("state").dataset.kind = host.kind;
  byId("state").dataset.active = String(host.active);
  byId("state-title").textContent = word(`state_${words}`);
  byId("state-help").textContent = host.kind === "other-version"
    ? word(`help_update_${olderHalf(addonVersion, host.version)}`, [addonVersion, host.version || word("unknownVersion")])
    : word(`help_${words}`);
  byId("command").hidden = host.kind !== "never-started";
  byId("state-detail").hidden = ready || host.detail === "" || host.kind === "other-version";
  byId("state-detail").textContent = host.detail;
  byId("try-again-row").hidden = ready || host.kind === "connecting";
  byId("active-row").hidden = !ready;
  byId("active").checked = host.active;
  showList("problems", ready ? host.problems : [], problem);
}

/** @param {import("../host/state.js").Problem} found */
function problem({ file, line, message, remedy }) {
  return element("li", "problem", [
    element("div", "subject", line > 0 ? word("problemAt", [file, String(line)]) : file),
    element("div", "", message),
    element("div", "quiet", remedy),
  ]);
}

/** @param {import("../outgoing/unchecked.js").Unchecked} send */
function uncheckedSend({ at, subject, reason }) {
  return element("li", "unchecked", [
    time(at), element("div", "subject clip", subject || word("noSubject")), element("div", "quiet", sentence(word(`unchecked_${reason}`)))]);
}

/** @param {any} record */
function decision({ at, headerMessageId, author, subject, outcome, actions, error, reason, value }) {
  const item = element("li", "decision", [
    time(at),
    element("div", "subject clip", subject || word("noSubject")),
    element("div", "quiet clip", word("from", author)),
    ...outcome === "failed"
      ? [element("div", "did bad", word("couldNot", reason ? word(`failure_${reason}`, value) : error))]
      : [],
    ...actions.map((/** @type {any} */ action) => element("div", "action", [
      element("span", "did", word(`${outcome === "done" ? "did" : "would"}_${action.type}`, action.folder ?? action.tag ?? "") || action.type),
      element("span", "because", word("becauseAfter", action.because)),
    ])),
  ]);
  item.dataset.messageId = headerMessageId;
  item.dataset.outcome = outcome;
  return item;
}

/** @param {string} at */
function time(at) {
  const made = /** @type {HTMLTimeElement} */ (element("time", "", new Date(at).toLocaleString(messenger.i18n.getUILanguage(),
    { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })));
  made.dateTime = at;
  return made;
}

/** @param {string} id @param {any[]} items @param {(item: any) => Node} show */
function showList(id, items, show) {
  byId(id).replaceChildren(...items.map(show));
  const section = byId(`${id}-section`);
  if (section) {
    section.hidden = items.length === 0;
  }
}

async function showAll() {
  const { host } = await messenger.storage.session.get("host");
  const { unchecked = [], decisions = [] } = await messenger.storage.local.get(["unchecked", "decisions"]);
  if (host) {
    showHost(host);
  }
  showList("unchecked", unchecked, uncheckedSend);
  showList("decisions", decisions, decision);
  byId("no-decisions").hidden = decisions.length > 0;
  document.body.dataset.ready = "true";
}

byId("try-again").addEventListener("click", () => ask({ request: "host/retry" }));
byId("forget-unchecked").addEventListener("click", () => ask({ request: "unchecked/forget" }));
byId("active").addEventListener("change", async () => {
  const { checked } = byId("active");
  byId("setting-failed").hidden = true;
  try {
    await ask({ request: "host/set-active", active: checked });
  } catch (error) {
    byId("active").checked = !checked;
    byId("setting-failed").textContent = word("settingFailed", /** @type {Error} */ (error).message);
    byId("setting-failed").hidden = false;
  }
});

fillWords();
messenger.storage.onChanged.addListener(showAll);
await showAll();
ask({ request: "unchecked/seen" });
