import { byId, element, fillWords, sentence, word } from "./words.js";

/** What the user can have done about a finding, by its code: the text of the button. */
const FIXES = {
  "exposed-recipients": { text: "moveToBcc" },
  "shouting-subject": { text: "lowerSubject" },
  "empty-subject": { text: "suggestSubject" },
  "missing-greeting": { text: "insertGreeting" },
  "missing-closing": { text: "insertClosing" },
  "coloured-text": { text: "removeColours" },
  "reply-not-to-all": { text: "replyToAll" },
};

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage({ ...message, tabId });
const tabId = await composeTab();

/** In the compose window's popup, that window's tab; in a window of our own, the tab that it was opened for. */
async function composeTab() {
  const asked = new URLSearchParams(location.search).get("tab");
  document.body.classList.toggle("window", asked !== null);
  return asked === null ? (await messenger.tabs.query({ active: true, currentWindow: true }))[0].id : Number(asked);
}

/** @param {import("../outgoing/desk.js").View} view */
function show({ findings, held, maySend, failed, later }) {
  byId("heading").textContent = word(held ? "reviewTitle" : "reviewChecked");
  byId("failed").hidden = !failed;
  byId("clean").hidden = failed || findings.length > 0;
  byId("findings").replaceChildren(...findings.map(finding));
  byId("blocked").hidden = !held || maySend;
  byId("note").hidden = !maySend || !findings.some(({ code }) => code === "forgotten-attachment");
  byId("send").hidden = !maySend;
  byId("send").textContent = word(sendWord(findings.length > 0 || failed, later));
  byId("send").classList.toggle("primary", findings.length === 0 && !failed);
  byId("back").classList.toggle("primary", findings.length > 0 || failed || !maySend);
  document.body.dataset.ready = "true";
  safeButton().focus({ preventScroll: true });
}

/** @param {boolean} anyway @param {boolean} later */
function sendWord(anyway, later) {
  return (later ? "sendLater" : "send") + (anyway ? "Anyway" : "");
}

/** The one that Return should press: back to writing, as long as there is something to look at. */
function safeButton() {
  return byId("send").classList.contains("primary") && !byId("send").hidden ? byId("send") : byId("back");
}

/** @param {import("../outgoing/verdict.js").Finding} found */
function finding({ code, severity, because }) {
  const item = element("li", "finding", [
    element("span", "severity", word(`severity_${severity}`)), element("span", "because", sentence(because))]);
  item.dataset.code = code;
  item.dataset.severity = severity;
  const fix = FIXES[/** @type {keyof typeof FIXES} */ (code)];
  if (fix) {
    const button = element("button", "fix", word(fix.text));
    button.id = `fix-${code}`;
    button.addEventListener("click", () => tried("fixFailed", async () => show(await ask({ request: "review/fix", code }))));
    item.append(button);
  }
  if (code === "forgotten-attachment") {
    const button = element("button", "fix", word("backToAttach"));
    button.id = `fix-${code}`;
    button.addEventListener("click", () => window.close());
    item.append(button);
  }
  return item;
}

/**
 * While something is being done, no button can be pressed a second time.
 * @param {string} failure names the text for when it does not work @param {() => Promise<void>} action
 */
async function tried(failure, action) {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("button")]);
  buttons.forEach(button => { button.disabled = true; });
  byId("trouble").hidden = true;
  try {
    await action();
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    byId("trouble").textContent = word(failure, word(`fix_${message}`) || message);
    byId("trouble").hidden = false;
  } finally {
    [...document.querySelectorAll("button")].forEach(button => { button.disabled = false; });
    safeButton().focus({ preventScroll: true });
  }
}

fillWords();
byId("back").addEventListener("click", () => window.close());
byId("send").addEventListener("click", () => {
  // The answer comes when Thunderbird is done with the message and has closed its window; this popup would be in the way of Thunderbird's own questions.
  ask({ request: "review/send" });
  window.close();
});
show(await ask({ request: "review/open" }));
