import { providerForm, settingFields } from "./setting-fields.js";
import { OwnPacks } from "./own-packs.js";
import { packs } from "./packs.js";
import { Routes } from "./routes.js";
import { showPolicy, showSilences } from "./silences.js";
import { byId, element, fillWords, word } from "./words.js";

// Shows the user's files as the host reads them, and has the host write them. When they are changed by hand, the page follows at once.

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);

/** @param {string} method @param {object} [params] @returns {Promise<any>} */
const read = (method, params = {}) => ask({ request: "host/ask", method, params });

/**
 * Has the files changed, and says how it went.
 * @param {string} method @param {object} params
 * @returns {Promise<boolean>}
 */
async function write(method, params) {
  byId("saved").textContent = "";
  byId("failed").hidden = true;
  try {
    const before = new Set((await messenger.storage.session.get("host")).host.problems.map(described));
    const fresh = (await ask({ request: "host/change", method, params })).find((/** @type {any} */ problem) => !before.has(described(problem)));
    if (fresh) {
      return fail(word("savedInVain", described(fresh)));
    }
    byId("saved").textContent = word("saved");
    return true;
  } catch (error) {
    return fail(word("notSaved", /** @type {Error} */ (error).message));
  } finally {
    await showAll(true);
  }
}

/** @param {string} text */
function fail(text) {
  byId("failed").textContent = text;
  byId("failed").hidden = false;
  return false;
}

/** @param {import("../host/state.js").Problem} problem */
function described({ message, remedy }) {
  return `${message} ${remedy}`;
}

/** @param {Record<string, string>} settings by name */
const set = settings => write("settings/set", { settings });

/** Rules that were switched off one by one would stay off: where none runs after all, all are switched on. @param {string} pack */
async function switchOn(pack) {
  if (await set({ [`packs.${pack}`]: "true" })) {
    const rules = (await read("settings/get")).rules.filter((/** @type {any} */ rule) => rule.pack === pack);
    if (!rules.some((/** @type {any} */ { runs }) => runs)) {
      await set(Object.fromEntries(rules.map((/** @type {any} */ { rule }) => [`rules.${rule}`, "true"])));
    }
  }
}

const routes = new Routes(read, write);
const ownPacks = new OwnPacks(read, tried);

/** @param {() => Promise<string>} action gives the words for when it is done @returns {Promise<boolean>} */
async function tried(action) {
  byId("saved").textContent = "";
  byId("failed").hidden = true;
  try {
    byId("saved").textContent = await action();
    return true;
  } catch (error) {
    return fail(word("packNotDone", /** @type {Error} */ (error).message));
  }
}

let shown = 0;
/** What the rules and fields on the page were made from. */
let drawn = "";

/** @param {boolean} [afresh] whether what stands in the fields may be otherwise than what is set */
async function showAll(afresh = false) {
  const turn = ++shown;
  const { host } = await messenger.storage.session.get("host");
  const ready = host?.kind === "ready";
  byId("not-ready").hidden = ready;
  byId("all").hidden = !ready;
  if (!ready) {
    return;
  }
  try {
    const got = await read("settings/get");
    if (turn !== shown) {
      return;
    }
    byId("active").checked = got.settings.active;
    byId("problems-section").hidden = host.problems.length === 0;
    byId("problems").replaceChildren(...host.problems.map(problem));
    // Nobody loses a click to a page that is made anew under the pointer, where nothing has changed.
    if (afresh || JSON.stringify(got) !== drawn) {
      drawn = JSON.stringify(got);
      keepingFocus(() => {
        byId("packs").replaceChildren(...packs(got.rules, set, switchOn));
        settingFields(got, set);
      });
    }
    byId("settings-file").textContent = got.file;
    byId("routes-file").textContent = got.routesFile;
    await routes.show();
    await ownPacks.show();
    await showSilences(ask);
    await showPolicy(ask);
    document.body.dataset.ready = "true";
  } catch (error) {
    byId("failed").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("failed").hidden = false;
  }
}

/** Who is going through the page by keyboard stays where they are. @param {() => void} redraw */
function keepingFocus(redraw) {
  const id = document.activeElement?.id;
  redraw();
  if (id) {
    byId(id)?.focus();
  }
}

/** @param {import("../host/state.js").Problem} found */
function problem({ file, line, message, remedy, source = "" }) {
  return element("li", "problem", [
    element("div", "subject", line > 0 ? word("problemAt", [file, String(line)]) : file), element("div", "", message),
    ...source ? [element("code", "", source.trim())] : [], element("div", "quiet", remedy)]);
}

fillWords();
providerForm(set);
byId("open-routes").addEventListener("click", () => messenger.tabs.create({ url: "/pages/routes.html" }));
byId("active").addEventListener("change", () => write("settings/set", { active: byId("active").checked }));
messenger.storage.onChanged.addListener((changes, area) => area === "session" && "host" in changes ? showAll() : undefined);
messenger.storage.onChanged.addListener((changes, area) => area === "local" && "silences" in changes ? showSilences(ask) : undefined);
await showAll();
// From "Why is it here?": the rule that is to be changed.
const wanted = location.hash.length > 1 ? byId(location.hash.slice(1)) : null;
wanted?.scrollIntoView({ block: "center" });
wanted?.focus();
