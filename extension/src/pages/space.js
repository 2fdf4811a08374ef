import { folderAt } from "../incoming/thunderbird.js";
import { grouped, shownPath } from "../space/groups.js";
import { PERIODS, since } from "../space/period.js";
import { filedUnread } from "../space/unread.js";
import { drawDays, drawRules } from "./space-charts.js";
import { line } from "./space-line.js";
import { showSuggestions } from "./space-suggestions.js";
import { sure } from "./sure.js";
import { button, byId, element, fillWords, time, word } from "./words.js";

// The day at a glance: what was done with mail, why, and the way back for a message, a rule or a run. Everything comes from the host's journal.

const PAGE = 200;
/** For what nobody has read yet; a whole folder that was sorted may be more. */
const MOST_LOOKED_THROUGH = 2_000;
/** Typing goes on; only the last text is looked for. Milliseconds. */
const TYPING = 250;
const FOLLOWING = 300;

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);
/** @param {string} method @param {object} params @returns {Promise<any>} */
const read = (method, params) => ask({ request: "host/ask", method, params });

/** What was picked on the left: a folder, a rule or a run. @type {{what: Record<string, string>, says: string} | null} */
let chosen = null;
/** @type {any[]} */
let shownEntries = [];
let more = false;
/** @type {Set<number>} */
let unreadIds = new Set();
/** @type {any[]} also those that are not listed below yet */
let unreadEntries = [];

/** What is looked for. */
function search() {
  return { ...since(byId("period").value), ...byId("search").value.trim() === "" ? {} : { text: byId("search").value.trim() }, ...chosen?.what };
}

/** @param {import("../host/state.js").HostState | undefined} host */
function showState(host) {
  const ready = host?.kind === "ready";
  byId("state").dataset.lamp = ready ? (host.active ? "good" : "off") : host?.kind === "connecting" ? "off" : "bad";
  byId("state-title").textContent = word(`state_${ready ? (host.active ? "ready_active" : "ready_inactive") : host?.kind ?? "connecting"}`);
  byId("all").hidden = !ready;
  byId("filters").hidden = !ready;
  return ready;
}

let turn = 0;
async function showAll() {
  const own = ++turn;
  const { host } = await messenger.storage.session.get("host");
  if (!showState(host)) {
    byId("failed").textContent = word("settingsNotReady");
    byId("failed").hidden = false;
    document.body.dataset.ready = "true";
    return;
  }
  await tried(async () => {
    const what = search();
    const [{ entries, more: moreToCome }, overview] = await Promise.all([read("journal/search", { ...what, limit: PAGE }), read("journal/overview", what)]);
    const unread = await filedUnread(await allOf(what, entries, moreToCome), unreadIn);
    if (own !== turn) {
      return;
    }
    shownEntries = entries;
    more = moreToCome;
    unreadEntries = unread;
    unreadIds = new Set(unread.map(({ id }) => id));
    keepingFocus(() => {
      showCounts(overview);
      showEntries();
    });
    if (document.activeElement !== byId("days-kept")) {
      byId("days-kept").value = overview.daysKept;
    }
    await showSuggestions(ask, tried);
    drawDays(overview.days, byId("period").value);
    drawRules(overview.rules);
  });
  document.body.dataset.ready = "true";
}

/** @param {any} overview */
function showCounts({ folders, rules, runs }) {
  for (const [id, all] of Object.entries({ folders, rules, runs })) {
    /** @type {HTMLElement} */ (byId(id).closest("section")).hidden = all.length === 0;
  }
  byId("folders").replaceChildren(...folders.map((/** @type {any} */ { account, folder, count }) =>
    counted(shownPath(folder), count, { account, folder }, word("chosenFolder", shownPath(folder)))));
  byId("rules").replaceChildren(...rules.map((/** @type {any} */ { pack, rule, count, undone }) =>
    counted(rule, count, { pack, rule }, word("chosenRule", rule), count > undone ? word("undoRule", rule) : "", count - undone)));
  byId("runs").replaceChildren(...runs.slice(0, 10).map((/** @type {any} */ { run, at, count }) => {
    const made = counted("", count, { run }, word("chosenRun", timeText(at)), "", 0);
    made.querySelector(".pick")?.replaceChildren(time(at));
    return made;
  }));
}

/** @param {string} at */
function timeText(at) {
  return time(at).textContent ?? "";
}

/**
 * @param {string} text @param {number} count @param {Record<string, string>} what @param {string} says
 * @param {string} [undoWords] names the button that takes all back @param {number} [standing]
 */
function counted(text, count, what, says, undoWords = "", standing = 0) {
  const key = JSON.stringify(what);
  const pick = button("pick", text, () => {
    chosen = chosen && JSON.stringify(chosen.what) === key ? null : { what, says };
    return showAll();
  });
  pick.id = `pick-${key}`;
  pick.setAttribute("aria-pressed", String(chosen !== null && JSON.stringify(chosen.what) === key));
  const made = element("li", "counted", [pick, element("span", "number", String(count))]);
  made.dataset.what = Object.values(what).at(-1);
  if (undoWords && standing > 0) {
    const undo = button("undo-all link", word("undo"), () => undoMany({ ...since(byId("period").value), ...what }, undoWords, standing));
    undo.setAttribute("aria-label", undoWords);
    made.append(undo);
  }
  return made;
}

function showEntries() {
  byId("chosen").hidden = chosen === null;
  byId("chosen-what").textContent = chosen?.says ?? "";
  const runStands = chosen?.what.run && shownEntries.some(({ undo, outcome }) => undo === "none" && outcome === "done");
  byId("chosen").querySelector(".undo-run")?.remove();
  if (runStands) {
    byId("chosen").append(button("undo-run", word("undoRun"), () => undoMany({ run: /** @type {string} */ (chosen?.what.run) }, word("undoRun"), shownEntries.length)));
  }
  byId("unread-section").hidden = unreadEntries.length === 0;
  byId("unread-heading").textContent = word("filedUnread", String(unreadEntries.length));
  byId("unread").replaceChildren(...unreadEntries.map(entry => item(entry)));
  const by = /** @type {"folder" | "rule"} */ (/** @type {HTMLInputElement} */ (document.querySelector("input[name=by]:checked")).value);
  byId("groups").replaceChildren(...grouped(shownEntries, by).map(({ key, entries }) => {
    const heading = element("h2", "", [document.createTextNode(key), element("span", "number", String(entries.length))]);
    const group = element("section", "group", [heading, element("ul", "lines", entries.map(entry => item(entry)))]);
    group.dataset.key = key;
    return group;
  }));
  byId("nothing").hidden = shownEntries.length > 0;
  byId("nothing").textContent = word(byId("search").value.trim() === "" && chosen === null ? "nothingDone" : "nothingFound");
  byId("more").hidden = !more;
}

/** @param {any} entry */
function item(entry) {
  return line(entry, { undo: id => undo({ ids: [id] }), open, unread: unreadIds.has(entry.id) });
}

/**
 * What was filed away unread must not hide behind "Show more".
 * @param {object} what @param {any[]} first @param {boolean} moreToCome
 */
async function allOf(what, first, moreToCome) {
  const all = [...first];
  for (let going = moreToCome; going && all.length < MOST_LOOKED_THROUGH;) {
    const next = await read("journal/search", { ...what, limit: PAGE, before: all[all.length - 1].id });
    all.push(...next.entries);
    going = next.more;
  }
  return all;
}

async function showMore() {
  await tried(async () => {
    const own = turn;
    const { entries, more: moreToCome } = await read("journal/search", { ...search(), limit: PAGE, before: shownEntries.at(-1).id });
    if (own === turn) {
      shownEntries = [...shownEntries, ...entries];
      more = moreToCome;
      showEntries();
    }
  });
}

/** @param {object} which */
async function undo(which) {
  await tried(async () => {
    byId("done").textContent = word("undoing");
    const { done, failed } = await ask({ request: "journal/undo", which });
    byId("done").textContent = failed.length > 0 ? word("undoSomeFailed", [String(done.length), String(failed.length)])
      : word(done.length > 0 ? "undoDone" : "undoNothing", String(done.length));
  });
  await showAll();
}

/** @param {object} which @param {string} title @param {number} count */
async function undoMany(which, title, count) {
  if (await sure(title, word("undoManyWhat", String(count)), word("undo"))) {
    await undo(which);
  }
}

/** @param {any} entry */
async function open({ account, from, to, headerMessageId }) {
  await tried(async () => {
    for (const path of [to, from]) {
      const found = await messagesIn(account, path, { headerMessageId });
      if (found.length > 0) {
        await messenger.messageDisplay.open({ messageId: found[0].id, location: "tab", active: true });
        return;
      }
    }
    throw new Error(word("openGone"));
  });
}

/** @param {string} account @param {string} path @param {object} query @returns {Promise<MessageHeader[]>} */
async function messagesIn(account, path, query) {
  const folder = await folderAt(account, path);
  return folder ? (await messenger.messages.query({ folderId: folder.id, messagesPerPage: 1_000, ...query })).messages : [];
}

/** @param {string} account @param {string} path */
async function unreadIn(account, path) {
  return new Set((await messagesIn(account, path, { read: false })).map(({ headerMessageId }) => headerMessageId));
}

async function forget() {
  if (await sure(word("forget"), word("forgetWhat"), word("forget"))) {
    await tried(async () => {
      await ask({ request: "data/wipe" });
      byId("done").textContent = word("forgotten");
    });
    await showAll();
  }
}

async function keepDays() {
  if (byId("days-kept").reportValidity()) {
    await tried(async () => {
      await ask({ request: "host/change", method: "settings/set", params: { settings: { "journal.days": byId("days-kept").value } } });
      byId("done").textContent = word("saved");
    });
  }
}

/** @param {() => Promise<void>} action */
async function tried(action) {
  byId("failed").hidden = true;
  try {
    await action();
  } catch (error) {
    byId("done").textContent = "";
    byId("failed").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("failed").hidden = false;
  }
}

/** Who is going through the page by keyboard stays where they are. @param {() => void} redraw */
function keepingFocus(redraw) {
  const id = document.activeElement?.id;
  redraw();
  if (id && document.activeElement?.id !== id) {
    byId(id)?.focus();
  }
}

fillWords();
byId("period").replaceChildren(...PERIODS.map(period => new Option(word(`period_${period}`), period)));
byId("period").addEventListener("change", showAll);
/** @type {any} */
let typing;
byId("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(showAll, TYPING);
});
byId("filters").addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
document.querySelectorAll("input[name=by]").forEach(radio => radio.addEventListener("change", showEntries));
byId("show-all").addEventListener("click", () => { chosen = null; showAll(); });
byId("more").addEventListener("click", showMore);
byId("forget").addEventListener("click", forget);
byId("days-kept").addEventListener("change", keepDays);
byId("open-routes").addEventListener("click", () => messenger.tabs.create({ url: "/pages/routes.html" }));
byId("open-settings").addEventListener("click", () => messenger.runtime.openOptionsPage());
// What was done shows in storage: what the journal was told, what was undone, and the state of the host. A run tells a lot at once; the last of it is shown.
/** @type {any} */
let following;
messenger.storage.onChanged.addListener((changes, area) => {
  if ((area === "session" && ("host" in changes || "undone" in changes)) || (area === "local" && "outbox" in changes)) {
    clearTimeout(following);
    following = setTimeout(showAll, FOLLOWING);
  }
});
await showAll();
