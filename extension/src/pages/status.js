import { olderHalf } from "../host/state.js";
import { awaitedItem } from "./awaited-item.js";
import { decisionItem, decisionsOf } from "./decisions.js";
import { diagnose } from "./diagnosis.js";
import { byId, element, fillWords, sentence, time, word } from "./words.js";

// Shows what storage and the journal hold, and again at each change there; what a button does is asked of the background page.

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
function problem({ file, line, message, remedy, source = "" }) {
  return element("li", "problem", [
    element("div", "subject", line > 0 ? word("problemAt", [file, String(line)]) : file),
    element("div", "", message),
    ...source ? [element("code", "", source.trim())] : [],
    element("div", "quiet", remedy),
  ]);
}

/** @param {import("../outgoing/unchecked.js").Unchecked} send */
function uncheckedSend({ at, subject, reason }) {
  return element("li", "unchecked", [
    time(at), element("div", "subject clip", subject || word("noSubject")), element("div", "quiet", sentence(word(`unchecked_${reason}`)))]);
}

/** @param {string} id @param {any[]} items @param {(item: any) => Node} show */
function showList(id, items, show) {
  byId(id).replaceChildren(...items.map(show));
  const section = byId(`${id}-section`);
  if (section) {
    section.hidden = items.length === 0;
  }
}

/** @param {object} which */
async function undo(which) {
  const { done, failed } = await ask({ request: "journal/undo", which });
  byId("undo-result").textContent = failed.length > 0 ? word("undoSomeFailed", [String(done.length), String(failed.length)])
    : word(done.length > 0 ? "undoDone" : "undoNothing", String(done.length));
  byId("undo-result").hidden = false;
  await showAll();
}

/** @param {() => Promise<void>} action */
async function tried(action) {
  try {
    await action();
  } catch (error) {
    byId("undo-result").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("undo-result").hidden = false;
  }
}

/** @param {() => Promise<string>} action gives what to say when it is done */
async function told(action) {
  byId("rescued").textContent = await action().catch(error => word("notAnswered", error.message));
  byId("rescued").hidden = false;
}

let shown = 0;
async function showAll() {
  const turn = ++shown;
  const { host, trouble = "" } = await messenger.storage.session.get(["host", "trouble"]);
  const { unchecked = [], decisions = [], awaited = [] } = await messenger.storage.local.get(["unchecked", "decisions", "awaited"]);
  if (host) {
    showHost(host);
  }
  byId("trouble").hidden = trouble === "";
  byId("trouble").textContent = trouble && word("waitsBecause", trouble);
  showList("unchecked", unchecked, uncheckedSend);
  showList("awaited", awaited, message => awaitedItem(message, {
    rescue: which => told(async () => word("rescued", (await ask({ request: "awaited/rescue", which })).to.replace(/^\//, ""))),
    dismiss: which => ask({ request: "awaited/dismiss", which }),
  }));
  const all = await decisionsOf(decisions, host?.kind === "ready" ? () => ask({ request: "host/ask", method: "journal/list", params: { limit: 50 } }) : null);
  if (turn === shown) {
    showList("decisions", all, entry => decisionItem(entry, id => tried(() => undo({ ids: [id] }))));
    byId("no-decisions").hidden = all.length > 0;
    byId("undo-row").hidden = !all.some(({ id, undo: state, outcome }) => id !== undefined && state === "none" && outcome === "done");
    document.body.dataset.ready = "true";
  }
}

byId("try-again").addEventListener("click", () => ask({ request: "host/retry" }));
byId("forget-unchecked").addEventListener("click", () => ask({ request: "unchecked/forget" }));
byId("undo-last-run").addEventListener("click", () => tried(() => undo({ lastRun: true })));
byId("settings").addEventListener("click", () => { messenger.runtime.openOptionsPage().then(() => window.close()); });
byId("await-mail").addEventListener("click", () => {
  messenger.windows.create({ type: "popup", url: "/pages/awaited.html", width: 600, height: 520 }).then(() => window.close());
});
byId("diagnose").addEventListener("click", () => diagnose(ask, addonVersion));
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
