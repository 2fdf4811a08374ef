import { olderHalf } from "../host/state.js";
import { mailApi } from "../incoming/thunderbird.js";
import { RunView, tried } from "./run-view.js";
import { byId, fillWords, word } from "./words.js";

// The first minutes: that the two halves found each other, what Tripostal will do, what it would do with the user's own mail; and only then the switch.

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);
const addonVersion = messenger.runtime.getManifest().version;

/** @param {import("../host/state.js").HostState | undefined} host */
function showHost(host) {
  const kind = host?.kind ?? "connecting";
  const ready = kind === "ready";
  byId("found").dataset.kind = kind;
  byId("state").textContent = ready ? word("welcomeConnected", host?.version ?? "") : word(`state_${kind}`);
  byId("state-help").textContent = ready ? word("welcomeConnectedHelp")
    : kind === "other-version" ? word(`help_update_${olderHalf(addonVersion, host?.version ?? "")}`, [addonVersion, host?.version || word("unknownVersion")]) : word(`help_${kind}`);
  byId("command").hidden = kind !== "never-started";
  byId("try-again").hidden = ready || kind === "connecting";
  byId("look").hidden = byId("switch").hidden = !ready;
  byId("switch-on").hidden = host?.active === true;
  byId("on").textContent = host?.active ? word("welcomeOn") : "";
}

async function showSwitch() {
  const { folderRuns = [] } = await messenger.storage.local.get("folderRuns");
  const seen = folderRuns.some((/** @type {any} */ { kind, state }) => kind === "preview" && state === "done");
  byId("switch-on").disabled = !seen;
  byId("switch-on").classList.toggle("primary", seen);
  byId("switch-help").textContent = word(seen ? "welcomeSwitchNow" : "welcomeSwitchHelp");
}

async function showAll() {
  showHost((await messenger.storage.session.get("host")).host);
  await showSwitch();
}

fillWords();
document.title = word("welcomeTitle");
const [inbox] = await mailApi.inboxes();
byId("preview").disabled = !inbox;
if (inbox) {
  const view = new RunView({ account: inbox.accountId, folder: inbox.path, what: () => ({}) });
  byId("preview").addEventListener("click", () => view.preview());
}
byId("try-again").addEventListener("click", () => ask({ request: "host/retry" }));
byId("switch-on").addEventListener("click", () => tried(() => ask({ request: "host/set-active", active: true })));
byId("open-settings").addEventListener("click", () => messenger.runtime.openOptionsPage());
messenger.storage.onChanged.addListener(showAll);
await showAll();
document.body.dataset.ready = "true";
