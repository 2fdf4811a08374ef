import { mailApi } from "../incoming/thunderbird.js";
import { whose } from "../routes/whose.js";
import { foldersOf, offerFolders } from "./folder-picker.js";
import { RunView } from "./run-view.js";
import { byId, element, fillWords, word } from "./words.js";

// "Always put mail from … into …": a route, from a message, shown before it acts.

const given = new URLSearchParams(location.search);
fillWords();
document.title = word("alwaysPut");
const account = given.get("account");
if (account) {
  await ofSender(account, given.get("from") ?? "");
} else {
  const header = await messenger.messages.get(Number(given.get("message"))).catch(() => null);
  if (header) {
    await ofMessage(header);
  } else {
    byId("form").hidden = true;
    fail(word("openGone"));
  }
}
document.body.dataset.ready = "true";

/** What a message stands for. @param {MessageHeader} header */
async function ofMessage(header) {
  const { author, subject, folder } = header;
  byId("message").textContent = `${author} · ${subject || word("noSubject")}`;
  await open(folder.accountId, folder.path, whose(author, await mailApi.headers(header)));
}

/** A sender or list that is named already; its mail is looked for in the inbox. @param {string} accountId @param {string} from */
async function ofSender(accountId, from) {
  const [inbox] = await mailApi.inboxes(accountId);
  const kind = from.startsWith("<") ? "list" : from.startsWith("@") ? "domain" : "sender";
  await open(accountId, inbox?.path ?? "/INBOX", [{ kind, from, shown: from.replace(/[<>]/g, "") }]);
}

/** @param {string} accountId @param {string} path @param {ReturnType<typeof whose>} choices */
async function open(accountId, path, choices) {
  const wanted = given.get("from") ?? choices[0]?.from;
  byId("whose").append(...choices.map(({ kind, from, shown: text }) => {
    const radio = /** @type {HTMLInputElement} */ (document.createElement("input"));
    Object.assign(radio, { type: "radio", name: "whose", value: from, checked: from === wanted });
    return element("label", "choice", [radio, document.createTextNode(word(`always_${kind}`, text))]);
  }));
  offerFolders(byId("folder"), await foldersOf(accountId));
  byId("folder").value = given.get("into") ?? "";
  const route = () => ({
    from: /** @type {HTMLInputElement} */ (document.querySelector("input[name=whose]:checked")).value, folder: byId("folder").value.trim() });
  const save = async () => {
    await messenger.runtime.sendMessage({ request: "host/change", method: "routes/set", params: route() });
    byId("saved").textContent = word("saved");
  };
  const view = new RunView({ account: accountId, folder: path, what: () => ({ trial: { routes: [route()] } }), save });
  byId("form").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    byId("saved").textContent = "";
    byId("failed").hidden = true;
    view.preview();
  });
  byId("save").addEventListener("click", async () => {
    if (byId("form").reportValidity()) {
      byId("failed").hidden = true;
      await save().catch(error => fail(word("notSaved", error.message)));
    }
  });
  byId("folder").focus();
  if (byId("folder").value !== "") {
    await view.preview();
  }
}

/** @param {string} text */
function fail(text) {
  byId("failed").textContent = text;
  byId("failed").hidden = false;
}
