import { shownPath } from "../space/groups.js";
import { actionWords, button, element, time, word } from "./words.js";

/**
 * A message that something was done with: when, from whom, what, why, and the way back.
 * @param {any} entry of the journal
 * @param {{undo: (id: number) => any, open: (entry: any) => any, unread: boolean}} does
 */
export function line(entry, { undo, open, unread }) {
  const { id, at, author, subject, decision, outcome, undo: state } = entry;
  const opener = button("open link", subject || word("noSubject"), () => open(entry));
  opener.title = subject;
  const name = element("span", "author", author);
  name.title = author;
  const why = element("span", "why", decision.actions.flatMap((/** @type {any} */ action, /** @type {number} */ index) => [
    document.createTextNode(index > 0 ? " · " : ""), element("span", "did", actionWords(action, outcome === "done" ? "did" : "would")),
    document.createTextNode(word("becauseAfter", action.because))]));
  const item = element("li", "entry", [time(at), name, opener, why, end(entry, () => undo(id))]);
  item.dataset.messageId = entry.headerMessageId;
  item.dataset.to = shownPath(entry.to);
  item.dataset.undo = state;
  item.dataset.outcome = outcome;
  item.dataset.unread = String(unread);
  return item;
}

/** @param {any} entry @param {() => any} undo */
function end({ subject, outcome, undo: state }, undo) {
  if (outcome === "failed") {
    return element("span", "end bad", word("notDone"));
  }
  if (state !== "none") {
    return element("span", "end quiet", word(`undo_${state}_short`));
  }
  const made = button("end undo link", word("undo"), undo);
  made.setAttribute("aria-label", word("undoOf", subject || word("noSubject")));
  return made;
}
