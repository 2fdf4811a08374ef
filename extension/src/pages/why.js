import { shownPath } from "../space/groups.js";
import { highlighted } from "./highlight.js";
import { packName } from "./pack-name.js";
import { showWrong } from "./why-wrong.js";
import { actionWords, byId, element, fillWords, sentence, time, word } from "./words.js";

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);
const header = await displayedMessage();

async function displayedMessage() {
  const [tab] = await messenger.tabs.query({ active: true, currentWindow: true });
  return (await messenger.messageDisplay.getDisplayedMessages(tab.id)).messages[0];
}

/** What the host calls a field, as this message has it. */
/** @type {Record<string, string>} */
const FIELDS = { from: header?.author ?? "", subject: header?.subject ?? "" };

/** What each rule says, by pack and name; nothing where the host cannot be asked. @type {Map<string, string>} */
let rulesSay = new Map();

async function readRules() {
  try {
    const { rules } = await ask({ request: "host/ask", method: "settings/get", params: {} });
    rulesSay = new Map(rules.map((/** @type {any} */ { pack, rule, says }) => [`${pack}/${rule}`, says ?? ""]));
  } catch {
    // The reasons are shown all the same; that the host does not answer is said where it was asked for the decision.
    rulesSay = new Map();
  }
}

/** @param {any} decision @param {"did" | "would"} tense */
function showDecision({ actions, lost, spam }, tense) {
  byId("actions").replaceChildren(...actions.map((/** @type {any} */ action) => reason("action", action, actionWords(action, tense))));
  byId("no-rule").hidden = actions.length > 0;
  byId("lost").replaceChildren(...lost.map((/** @type {any} */ action) => {
    const item = reason("loser", action, actionWords(action, "would"));
    item.append(element("p", "quiet lost-to", word("whyLostTo", action.lostTo?.rule ?? "")));
    return item;
  }));
  byId("lost-section").hidden = lost.length === 0;
  const evidence = spam?.evidence ?? [];
  byId("spam-section").hidden = evidence.length === 0;
  byId("verdict").textContent = spam?.verdict ? word(`verdict_${spam.verdict}`, percent(spam.score)) : "";
  byId("evidence").replaceChildren(...evidence.map((/** @type {any} */ { because, weight }) => element("li", "evidence", [
    document.createTextNode(sentence(because)), element("span", "quiet", ` ${word(weight < 0 ? "speaksAgainstSpam" : "speaksForSpam")}`)])));
}

/** @param {string} className @param {any} action @param {string} does */
function reason(className, { because, matched = [], pack, rule }, does) {
  const values = matched.map((/** @type {any} */ { value }) => String(value));
  const says = rulesSay.get(`${pack}/${rule}`);
  const item = element("li", className, [
    element("p", "did", does),
    element("p", "because", highlighted(sentence(because), values)),
    ...matched.length > 0 ? [matches(matched)] : [],
    element("p", "rule quiet", word("byRule", [rule, packName(pack)])),
    ...says ? [element("p", "says quiet", says)] : [],
  ]);
  item.dataset.rule = rule;
  return item;
}

/** Field by field what matched, in the words of the message where it is short enough to be at hand. @param {{field: string, value: any}[]} matched */
function matches(matched) {
  const list = element("dl", "matched", []);
  for (const { field, value } of matched) {
    const text = String(value);
    const whole = FIELDS[field]?.toLowerCase().includes(text.toLowerCase()) ? FIELDS[field] : text;
    list.append(element("dt", "", word(`field_${field}`) || field), element("dd", "", highlighted(whole, [text])));
  }
  return list;
}

/** @param {number} share 0 to 1 */
function percent(share) {
  return (share ?? 0).toLocaleString(messenger.i18n.getUILanguage(), { style: "percent" });
}

/** @param {any} entry of the journal, or null */
function showEntry(entry) {
  byId("none").hidden = entry !== null;
  byId("now").hidden = false;
  byId("when").hidden = byId("undo").hidden = entry === null;
  byId("told").hidden = entry === null;
  if (entry) {
    showDecision(entry.decision, "did");
    byId("when").replaceChildren(document.createTextNode(word("whyWhen", [entry.from, entry.to].map(shownPath))), time(entry.at));
    byId("undo").hidden = entry.undo !== "none";
    byId("undone").hidden = entry.undo === "none";
    byId("undone").textContent = entry.undo === "none" ? "" : word(`undo_${entry.undo}`);
    byId("undo").onclick = () => tried("undo", async () => {
      if (!await takeBack(entry)) {
        throw new Error(word("undoMovedOn", shownPath(entry.to)));
      }
    });
  }
  showWrong(entry, header, { ask, undo: () => takeBack(entry), tried: action => tried("undo", action) });
}

/** Whether the message was found where it had been put. @param {any} entry */
async function takeBack(entry) {
  const { done } = await ask({ request: "journal/undo", which: { ids: [entry.id] } });
  const taken = done.includes(entry.id);
  byId("undo").hidden = taken;
  byId("undone").hidden = !taken;
  byId("undone").textContent = word("undo_done");
  byId("wrong-section").hidden = taken || byId("wrong-section").hidden;
  return taken;
}

async function showNow() {
  const decision = await ask({ request: "why/now", id: header.id });
  byId("told").hidden = false;
  byId("none").hidden = byId("when").hidden = byId("undo").hidden = byId("undone").hidden = byId("wrong-section").hidden = byId("now").hidden = true;
  byId("would").hidden = false;
  showDecision(decision, "would");
}

/** @param {string} id of the button @param {() => Promise<void>} action */
async function tried(id, action) {
  byId(id).disabled = true;
  byId("trouble").hidden = true;
  try {
    await action();
  } catch (error) {
    byId("trouble").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("trouble").hidden = false;
  } finally {
    byId(id).disabled = false;
  }
}

fillWords();
byId("now").addEventListener("click", () => tried("now", showNow));
if (header) {
  await readRules();
  await tried("now", async () => showEntry(await ask({ request: "why/past", id: header.id })));
  document.body.dataset.messageId = header.headerMessageId;
} else {
  byId("none").hidden = false;
}
document.body.dataset.ready = "true";
