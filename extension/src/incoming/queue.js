/**
 * @typedef {object} Entry a message that waits to be judged
 * @property {string} account
 * @property {string} folder its path
 * @property {string} headerMessageId
 * @property {number} tries how often the connection was lost while the host had it in hand
 */

/** A message on which the host was lost once is asked about alone; after so many times it is left where it is. */
export const MOST_TRIES = 4;
const LEDGER_SIZE = 2_000;
const BATCH = 50;

/**
 * What names a message over restarts and moves; Thunderbird's own number lasts for a session only.
 * @param {{account: string, headerMessageId: string}} message
 */
export function keyOf({ account, headerMessageId }) {
  return `${account} ${headerMessageId}`;
}

/**
 * Adds new messages, leaving out what already waits and what was dealt with before: Thunderbird may report mail again
 * after a restart, and what the user moved back to the inbox is not to be moved away a second time.
 * @param {Entry[]} queue @param {Entry[]} arrived @param {string[]} ledger
 */
export function enqueue(queue, arrived, ledger) {
  const known = new Set([...ledger, ...queue.map(keyOf)]);
  const fresh = arrived.filter(entry => !known.has(keyOf(entry)) && known.add(keyOf(entry)));
  return [...queue, ...fresh];
}

/**
 * What to ask about next: messages of one folder, oldest first.
 * @param {Entry[]} queue
 */
export function nextBatch(queue) {
  const [first] = queue;
  if (!first || first.tries > 0) {
    return queue.slice(0, 1);
  }
  return queue.filter(entry => entry.account === first.account && entry.folder === first.folder && entry.tries === 0)
    .slice(0, BATCH);
}

/**
 * Counts that the host was lost over these, and lets the others go first.
 * @param {Entry[]} queue @param {Entry[]} inHand
 */
export function putBack(queue, inHand) {
  const keys = new Set(inHand.map(keyOf));
  return [...queue.filter(entry => !keys.has(keyOf(entry))),
    ...queue.filter(entry => keys.has(keyOf(entry))).map(entry => ({ ...entry, tries: entry.tries + 1 }))];
}

/** @param {Entry[]} queue @param {Entry[]} finished */
export function remove(queue, finished) {
  const keys = new Set(finished.map(keyOf));
  return queue.filter(entry => !keys.has(keyOf(entry)));
}

/**
 * Remembers that these were dealt with; the oldest are forgotten.
 * @param {string[]} ledger @param {Entry[]} finished
 */
export function enter(ledger, finished) {
  return [...new Set([...ledger, ...finished.map(keyOf)])].slice(-LEDGER_SIZE);
}
