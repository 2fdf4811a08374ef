import { readFilters, toRoutes } from "../filters/msg-filter-rules.js";
import { textOf, toCsv } from "../routes/csv.js";
import { foldersOf, offerFolders } from "./folder-picker.js";
import { previewLink } from "./preview-link.js";
import { Routes } from "./routes.js";
import { byId, element, fillWords, sentence, word } from "./words.js";

// All routes: found, changed, taken in and given out as a list, and where they stand in each other's way. The file is the user's too; the page follows it.

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);
/** @param {string} method @param {object} [params] @returns {Promise<any>} */
const read = (method, params = {}) => ask({ request: "host/ask", method, params });

/** @param {string} method @param {object} params */
async function write(method, params) {
  const done = await tried(async () => {
    await ask({ request: "host/change", method, params });
    byId("saved").textContent = word("saved");
  });
  await showAll();
  return done;
}

/** @param {() => Promise<void>} action @returns {Promise<boolean>} */
async function tried(action) {
  byId("saved").textContent = "";
  byId("failed").hidden = true;
  try {
    await action();
    return true;
  } catch (error) {
    byId("failed").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("failed").hidden = false;
    return false;
  }
}

// ---------------------------------------------------------------- lists from elsewhere

/** @type {"routes" | "filters"} */
let choosing = "routes";

/** @param {File} file */
async function show(file) {
  await tried(async () => {
    const text = textOf(await file.arrayBuffer());
    const mapped = choosing === "filters" ? toRoutes(readFilters(text)) : { routes: [], left: [] };
    const csv = choosing === "filters" ? toCsv(mapped.routes) : text;
    const report = await read("routes/import", { text: csv, name: file.name, take: false });
    byId("report-heading").textContent = word("importOf", file.name);
    const refused = [
      ...report.problems.map((/** @type {any} */ { line, message, remedy }) => word("importLine", [String(line), `${message} ${remedy}`])),
      ...mapped.left.map(({ filter, reason, detail }) => word("importFilter", [filter, sentence(word(`import_${reason}`, detail))]))];
    byId("report-counts").textContent = word("importCounts", [report.added, report.changed, report.same, report.refused + mapped.left.length].map(String));
    list("report-additions", word("importAdded", String(report.added)), report.additions.map((/** @type {any} */ { from, folder }) => `${from} → ${folder}`));
    list("report-changes", word("importChanged", String(report.changed)), report.changes.map((/** @type {any} */ { from, before, folder }) => word("importChange", [from, before, folder])));
    list("report-problems", word("importRefused", String(refused.length)), refused);
    const taking = report.added + report.changed;
    byId("report-none").hidden = taking > 0;
    byId("report-take").hidden = taking === 0;
    byId("report-take").textContent = word("importTake", String(taking));
    byId("report-take").onclick = () => tried(async () => {
      await read("routes/import", { text: csv, name: file.name, take: true });
      byId("report").hidden = true;
      byId("saved").textContent = word("importTaken", String(taking));
      await showAll();
    });
    byId("report").hidden = false;
    byId("report").focus();
  });
}

/** @param {string} id @param {string} title @param {string[]} lines */
function list(id, title, lines) {
  byId(id).hidden = lines.length === 0;
  byId(id).querySelector("summary").textContent = title;
  byId(id).querySelector("ul").replaceChildren(...lines.map(line => element("li", "", line)));
}

/** @param {"routes" | "filters"} what */
function choose(what) {
  choosing = what;
  byId("file").value = "";
  byId("file").click();
}

async function giveOut() {
  await tried(async () => {
    const all = [];
    for (let total = 1; all.length < total;) {
      const page = await read("routes/list", { search: "", offset: all.length });
      total = page.routes.length === 0 ? all.length : page.total; // somebody removes some meanwhile
      all.push(...page.routes);
    }
    const url = URL.createObjectURL(new Blob([toCsv(all)], { type: "text/csv" }));
    const link = Object.assign(document.createElement("a"), { href: url, download: "routes.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000); // the download has begun long before
    byId("saved").textContent = word("routesExported", String(all.length));
  });
}

// ---------------------------------------------------------------- what is there

const routes = new Routes(read, write, ({ from }) => [previewLink({ route: from }, from), document.createTextNode(" ")]);

async function showAll() {
  const { host } = await messenger.storage.session.get("host");
  const ready = host?.kind === "ready";
  byId("not-ready").hidden = ready;
  byId("all").hidden = !ready;
  if (ready) {
    await routes.show();
    const { total, conflicts } = await read("routes/conflicts");
    byId("conflicts-section").hidden = total === 0;
    byId("conflicts-heading").textContent = word("conflicts", String(total));
    byId("conflicts").replaceChildren(...conflicts.map((/** @type {any} */ { kind, line, from, folder, other, otherFolder }) => element("li", `conflict ${kind}`,
      kind === "never-counts" ? word("conflictNeverCounts", [String(line), from, folder, otherFolder]) : word("conflictException", [from, folder, other, otherFolder]))));
  }
}

fillWords();
document.title = word("routesTitle");
byId("file").setAttribute("aria-label", word("routesFile"));
byId("routes").setAttribute("aria-label", word("routes"));
offerFolders(byId("route-folder"), await foldersOf());
byId("import").addEventListener("click", () => choose("routes"));
byId("import-filters").addEventListener("click", () => choose("filters"));
byId("file").addEventListener("change", () => byId("file").files.length > 0 ? show(byId("file").files[0]) : undefined);
byId("report-close").addEventListener("click", () => { byId("report").hidden = true; });
byId("export").addEventListener("click", giveOut);
messenger.storage.onChanged.addListener((changes, area) => area === "session" && "host" in changes ? showAll() : undefined);
await tried(showAll);
document.body.dataset.ready = "true";
