import { folderAt } from "../incoming/thunderbird.js";
import { shownPath } from "../space/groups.js";
import { packName } from "./pack-name.js";
import { RunView } from "./run-view.js";
import { byId, element, fillWords, word } from "./words.js";

// "Sort this folder now", and what a rule, a pack or a route would do in a folder.

const given = new URLSearchParams(location.search);
const account = given.get("account") ?? "";
const path = given.get("path") ?? "";
/** @type {import("../folder-run/job.js").What} */
const what = JSON.parse(given.get("what") ?? "{}");

/** What is meant, in words; empty where it is everything. */
function about() {
  return what.rule ? word("aboutRule", what.rule) : what.pack ? word("aboutPack", packName(what.pack)) : what.route ? word("aboutRoute", what.route)
    : what.trial?.pack ? word("aboutTrialPack", what.trial.name ?? "")
    : what.trial?.settings ? word("aboutSettings", Object.entries(what.trial.settings).map(([name, value]) => `${word(`setting_${name.replaceAll(".", "_")}`) || name}: ${value}`).join(", ")) : "";
}

async function save() {
  if (what.trial?.pack) {
    await messenger.runtime.sendMessage({ request: "host/ask", method: "packs/install", params: { checksum: what.trial.pack } });
  } else if (what.trial?.settings) {
    await messenger.runtime.sendMessage({ request: "host/change", method: "settings/set", params: { settings: what.trial.settings } });
  }
}

fillWords();
document.title = word("sortFolder");
byId("title").replaceChildren(document.createTextNode(word("sortFolderNamed", shownPath(path))));
byId("about").textContent = about() || word("sortFolderHelp");
const folder = await folderAt(account, path);
if (!folder) {
  byId("failed").textContent = word("failed_folder_gone", path);
  byId("failed").hidden = false;
  byId("start").hidden = true;
} else {
  const view = new RunView({ account, folder: path, what: () => what, save });
  const hide = () => { byId("start").hidden = true; };
  byId("preview").addEventListener("click", () => { hide(); view.preview(); });
  byId("sort-now").addEventListener("click", () => { hide(); view.act(); });
  const { host } = await messenger.storage.session.get("host");
  // Where nothing may be moved yet, and where only something of all is meant, it is shown first.
  byId("sort-now").hidden = host?.active !== true || about() !== "";
  if (await view.join()) {
    hide();
  } else if (about() !== "") {
    hide();
    await view.preview();
  } else {
    const { totalMessageCount = 0 } = await messenger.folders.getFolderInfo(folder.id);
    byId("about").append(element("span", "", ` ${word("messagesInIt", totalMessageCount.toLocaleString(messenger.i18n.getUILanguage()))}`));
    byId("preview").focus();
  }
}
document.body.dataset.ready = "true";
