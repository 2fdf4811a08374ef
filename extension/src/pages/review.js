import { highlighted } from "./highlight.js";
import { byId, element, fillWords, sentence, word } from "./words.js";

/** What the user can have done about a finding, by its code: the text of the button. */
const FIXES = {
  "exposed-recipients": { text: "moveToBcc" },
  "shouting-subject": { text: "lowerSubject" },
  "empty-subject": { text: "suggestSubject" },
  "missing-greeting": { text: "insertGreeting" },
  "missing-closing": { text: "insertClosing" },
  "shouting-body": { text: "lowerText" },
  "coloured-text": { text: "removeColours" },
  "reply-not-to-all": { text: "replyToAll" },
  "large-attachment": { text: "shrinkPictures" },
};
/** For whom, or how long, a finding is not to be asked about again: the text of the button. */
const SCOPES = { recipients: { text: "silenceRecipient" }, kind: { text: "silenceKind" }, today: { text: "silenceToday" } };

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage({ ...message, tabId });
const tabId = await composeTab();

/** In the compose window's popup, that window's tab; in a window of our own, the tab that it was opened for. */
async function composeTab() {
  const asked = new URLSearchParams(location.search).get("tab");
  document.body.classList.toggle("window", asked !== null);
  return asked === null ? (await messenger.tabs.query({ active: true, currentWindow: true }))[0].id : Number(asked);
}

/** @param {import("../outgoing/desk.js").View} view */
function show({ findings, silenced, held, maySend, failed, later, unchecked, mended, recipients }) {
  const barred = unchecked !== "";
  const well = findings.length === 0 && !failed && !barred;
  byId("heading").textContent = word(held ? "reviewTitle" : "reviewChecked");
  byId("check").hidden = false;
  byId("barred").hidden = !barred;
  byId("barred").textContent = barred ? word("barredBecause", word(`unchecked_${unchecked}`)) : "";
  byId("failed").hidden = !failed || barred;
  byId("clean").hidden = !well;
  byId("findings").replaceChildren(...findings.map(found => finding(found, recipients)));
  byId("mended").hidden = mended.length === 0;
  byId("mended-what").textContent = mended.length > 0 ? word(`mended_${mended.at(-1)}`) : "";
  byId("silenced").hidden = silenced.length === 0;
  byId("silenced").textContent = word("silencedHere", silenced.map(({ code }) => word(`code_${code}`)).join(", "));
  byId("blocked").hidden = !held || maySend || barred;
  byId("note").hidden = !maySend || !findings.some(({ code }) => code === "forgotten-attachment");
  byId("send").hidden = !maySend;
  byId("send").textContent = word(sendWord(!well, later));
  byId("send").classList.toggle("primary", well);
  byId("back").classList.toggle("primary", !well || !maySend);
  document.body.dataset.ready = "true";
}

/** @param {boolean} anyway @param {boolean} later */
function sendWord(anyway, later) {
  return (later ? "sendLater" : "send") + (anyway ? "Anyway" : "");
}

/** The one that Return should press: back to writing, as long as there is something to look at. */
function safeButton() {
  return byId("send").classList.contains("primary") && !byId("send").hidden ? byId("send") : byId("back");
}

/** @param {import("../outgoing/desk.js").Shown} found @param {number} recipients */
function finding({ code, severity, because, passage, fixable, filelink }, recipients) {
  const reason = element("span", "because", sentence(because));
  reason.id = `because-${code}`;
  const actions = element("div", "actions", []);
  const item = element("li", "finding", [element("span", "severity", word(`severity_${severity}`)), reason]);
  item.dataset.code = code;
  item.dataset.severity = severity;
  if (passage) {
    item.append(element("blockquote", "passage", highlighted(passage.text, [passage.mark])));
  }
  if (filelink) {
    item.append(element("p", "hint", word("filelinkOffer", filelink)));
  }
  const fix = FIXES[/** @type {keyof typeof FIXES} */ (code)];
  if (fix && fixable) {
    const button = actionButton("fix", word(fix.text), code, () => tried("fixFailed", { request: "review/fix", code }, code));
    button.id = `fix-${code}`;
    actions.append(button);
  }
  if (code === "forgotten-attachment") {
    const button = actionButton("fix", word("backToAttach"), code, () => window.close());
    button.id = `fix-${code}`;
    actions.append(button);
  }
  if (severity !== "block") {
    actions.append(silenceMenu(code, recipients));
  }
  if (actions.childNodes.length > 0) {
    item.append(actions);
  }
  return item;
}

/** @param {string} code @param {number} recipients */
function silenceMenu(code, recipients) {
  const scopes = Object.entries(SCOPES).filter(([scope]) => scope !== "recipients" || recipients > 0).map(([scope, { text }]) => {
    const made = actionButton("scope", word(scope === "recipients" && recipients > 1 ? "silenceRecipients" : text, String(recipients)), code,
      () => tried("silenceFailed", { request: "review/silence", code, scope }, code));
    made.dataset.scope = scope;
    return made;
  });
  const menu = element("details", "silence", [element("summary", "", word("doNotAskAgain")), element("div", "scopes", scopes)]);
  /** @type {HTMLElement} */ (menu.firstChild).setAttribute("aria-describedby", `because-${code}`);
  return menu;
}

/** @param {string} className @param {string} text @param {string} code what it is about, for those who hear the page @param {() => any} action */
function actionButton(className, text, code, action) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className, text));
  made.type = "button";
  made.setAttribute("aria-describedby", `because-${code}`);
  made.addEventListener("click", action);
  return made;
}

/**
 * Has something done and shows what is left to say. While it is being done, no button can be pressed a second time.
 * @param {string} failure names the text for when it does not work @param {object} request @param {string} [code] the finding that it was about
 */
async function tried(failure, request, code) {
  const place = [...document.querySelectorAll(".finding")].findIndex(item => /** @type {HTMLElement} */ (item).dataset.code === code);
  const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("button")]);
  buttons.forEach(button => { button.disabled = true; });
  byId("trouble").hidden = true;
  try {
    show(await ask(request));
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    byId("trouble").textContent = word(failure, word(`fix_${message}`) || message);
    byId("trouble").hidden = false;
  } finally {
    [...document.querySelectorAll("button")].forEach(button => { button.disabled = false; });
    nextAfter(place).focus({ preventScroll: true });
  }
}

/** Who goes on by keyboard finds what comes next where the last was. @param {number} place of the finding that was dealt with, or -1 */
function nextAfter(place) {
  const next = place < 0 ? undefined : document.querySelectorAll(".finding")[place];
  return /** @type {HTMLElement} */ (next?.querySelector(".fix") ?? safeButton());
}

fillWords();
byId("back").addEventListener("click", () => window.close());
byId("check").addEventListener("click", () => tried("checkFailed", { request: "review/check" }));
byId("take-back").addEventListener("click", () => tried("takeBackFailed", { request: "review/take-back" }));
byId("send").addEventListener("click", () => {
  // The answer comes when Thunderbird is done with the message and has closed its window; this popup would be in the way of Thunderbird's own questions.
  ask({ request: "review/send" });
  window.close();
});
show(await ask({ request: "review/open" }));
safeButton().focus({ preventScroll: true });
