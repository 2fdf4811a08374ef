import { actionWords, button, element, time, word } from "./words.js";

const MOST = 50;

/**
 * What was decided last, newest first. The journal has all that was carried out; what was left, or would have been done, only this computer's add-on knows.
 * While the host is away, what the add-on remembers has to do.
 * @param {any[]} remembered `decisions` of storage.local
 * @param {(() => Promise<{entries: any[]}>) | null} list asks the journal; null while there is none
 */
export async function decisionsOf(remembered, list) {
  if (!list) {
    return remembered;
  }
  try {
    const { entries } = await list();
    const done = entries.filter(({ outcome }) => outcome === "done").map(({ decision, to, from, ...entry }) => ({ ...entry, folder: from, to, actions: decision.actions }));
    return [...done, ...remembered.filter(({ outcome }) => outcome !== "done")].sort((one, other) => other.at.localeCompare(one.at)).slice(0, MOST);
  } catch (error) {
    console.warn("Tripostal: the journal could not be read:", error);
    return remembered;
  }
}

/**
 * @param {any} decision
 * @param {(id: number) => any} undo
 */
export function decisionItem({ id, at, headerMessageId, author, subject, outcome, actions, error, reason, value, again, undo: state }, undo) {
  const item = element("li", "decision", [
    time(at),
    element("div", "subject clip", subject || word("noSubject")),
    element("div", "quiet clip", word("from", author)),
    ...outcome === "failed"
      ? [element("div", "did bad", word("couldNot", reason ? word(`failure_${reason}`, value) : error)), ...again ? [element("div", "quiet", word("triedAgain"))] : []]
      : [],
    ...actions.map((/** @type {any} */ action) => element("div", "action", [
      element("span", "did", actionWords(action, outcome === "done" ? "did" : "would")),
      element("span", "because", word("becauseAfter", action.because)),
    ])),
    ...state && state !== "none" ? [element("div", "undone quiet", word(`undo_${state}`))] : [],
    ...id !== undefined && state === "none" ? [button("undo link", word("undo"), () => undo(id))] : [],
  ]);
  item.dataset.messageId = headerMessageId;
  item.dataset.outcome = outcome;
  if (state) {
    item.dataset.undo = state;
  }
  return item;
}
