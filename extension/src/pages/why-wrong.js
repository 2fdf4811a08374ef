import { bareAddress } from "../outgoing/addresses.js";
import { button, byId, word } from "./words.js";

/** @typedef {{type: string, pack: string, rule: string, folder?: string, matched?: {field: string, value: string}[]}} Action */

const ROUTE_RULES = ["from", "fromDomain", "listId"];
/** A route of the sender's own is stronger than what these packs decide by themselves. */
const WEAKER_THAN_A_ROUTE = ["sorting", "spam"];

/**
 * What a person can do about a decision that was wrong, by what decided.
 * @param {Action[]} actions @param {string} author
 * @returns {("not-spam" | "never" | "route" | "rule")[]}
 */
export function remedies(actions, author) {
  const placing = actions.find(({ type }) => type === "file-into" || type === "mark-junk");
  if (!placing) {
    return actions.length > 0 ? ["rule"] : [];
  }
  const byRoute = placing.type === "file-into" && placing.pack === "sorting" && (placing.matched ?? []).some(({ field }) => ROUTE_RULES.includes(field)) && placing.rule.startsWith("Sort by");
  const never = WEAKER_THAN_A_ROUTE.includes(placing.pack) && bareAddress(author).includes("@");
  return [...placing.type === "mark-junk" ? [/** @type {const} */ ("not-spam")] : [], ...never ? [/** @type {const} */ ("never")] : [], byRoute ? "route" : "rule"];
}

/**
 * "Wrong?": the ways out, as buttons.
 * @param {any} entry of the journal, or null @param {any} header of the displayed message
 * @param {{ask: (message: object) => Promise<any>, tried: (action: () => Promise<void>) => Promise<void>, undo: () => Promise<boolean>}} does
 */
export function showWrong(entry, header, { ask, tried, undo }) {
  const actions = entry && entry.undo === "none" ? entry.decision.actions : [];
  const address = bareAddress(header.author);
  const said = (/** @type {string} */ text) => { byId("wrong-result").textContent = text; };
  const open = (/** @type {string} */ url) => messenger.tabs.create({ url }).then(() => window.close());
  /** @type {Record<string, () => HTMLElement>} */
  const makes = {
    "not-spam": () => button("not-spam", word("wrongNotSpam"), () => tried(async () => {
      if (await undo()) {
        said(word("wrongNotSpamDone"));
      }
    })),
    "never": () => button("never", word("wrongNever", address), () => tried(async () => {
      await ask({ request: "host/change", method: "routes/set", params: { from: address, folder: "INBOX" } });
      await undo();
      said(word("wrongNeverDone", address));
    })),
    "route": () => button("route", word("wrongRoute"), () => open(`/pages/always.html?message=${header.id}`)),
    "rule": () => button("rule", word("wrongRule"), () => open(`/pages/settings.html#${ruleId(actions)}`)),
  };
  const wanted = remedies(actions, header.author);
  byId("wrong-section").hidden = wanted.length === 0;
  byId("wrong").replaceChildren(...wanted.map(name => makes[name]()));
}

/** Where the settings page has the rule. @param {Action[]} actions */
function ruleId(actions) {
  return `rule-${actions[0].rule.replace(/\W+/g, "-").toLowerCase()}`;
}
