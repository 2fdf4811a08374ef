import { MOST_TRIES, remove } from "./queue.js";

/** @import { Entry } from "./queue.js" */

// A message that was left where it lies although something was to be done with it: the folder took nothing, it could not be read, or the host was lost each
// time it had it in hand. It stays in the queue and is tried again: soon at first, then ever more seldom; and soon after something has changed that may have
// been the reason. Nobody but the user gives it up.

const FIRST = 30_000;
const LONGEST = 3_600_000;
/** A message that costs the host its life each time is not to do so each hour. Milliseconds. */
const LONGEST_IF_LOST = 6 * LONGEST;
/** What was tried a moment ago is not tried at once because something has changed: it may be Tripostal that changed it. Milliseconds. */
const CALM = 10_000;

/** What no later attempt can mend: the same decision names the same folder that cannot be. */
const FOR_GOOD = ["unknown-action", "no-folder-name"];

/**
 * Whether it may go well another time.
 * @param {{outcome: string, reason?: string}} result
 */
export function isWorthAnotherTry({ outcome, reason = "" }) {
  return outcome === "failed" && !FOR_GOOD.includes(reason);
}

/**
 * Strikes off what was dealt with, and keeps what was left of it for another time.
 * @param {Entry[]} queue @param {Entry[]} batch what was in hand
 * @param {{entry: Entry, id?: number, reason?: string, untold?: boolean}[]} left those of the batch that are to be tried again, with the number that they have now; `untold`:
 *   the host does not know of it
 * @param {number} now milliseconds
 */
export function settle(queue, batch, left, now) {
  const kept = left.map(({ entry, id, reason, untold }) => {
    const fails = (entry.fails ?? 0) + 1;
    const lost = reason === "lost-each-time";
    // A copy that the host knows by now must not be compared again: it would be taken for dealt with. And of one that it was lost over, once more is enough to know.
    return { ...entry, id, compared: untold ? entry.compared : true, fails, tries: lost ? MOST_TRIES - 1 : 0, tried: now, notBefore: now + delayAfter(fails, lost) };
  });
  return [...remove(queue, batch), ...kept];
}

/** @param {number} fails @param {boolean} lost */
function delayAfter(fails, lost) {
  return Math.min(lost ? LONGEST_IF_LOST : LONGEST, FIRST * 2 ** Math.min(fails - 1, 20));
}

/**
 * Something has changed, such as a folder, which may let a move succeed: what was left is due now. What the host was lost over has its own time.
 * @param {Entry[]} queue @param {number} now milliseconds
 */
export function dueAgain(queue, now) {
  return queue.map(entry => (entry.notBefore ?? 0) > now && entry.tries === 0 && now - (entry.tried ?? 0) >= CALM ? { ...entry, notBefore: now } : entry);
}

/**
 * When the next of those that were left is due, in milliseconds; Infinity where there are none. What is due and was not dealt with waits for something else.
 * @param {Entry[]} queue @param {number} now milliseconds
 */
export function nextDue(queue, now) {
  return Math.min(...queue.map(({ notBefore = 0 }) => notBefore).filter(when => when > now));
}
