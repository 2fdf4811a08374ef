/**
 * @typedef {object} Entry a message that waits to be judged
 * @property {string} account
 * @property {string} folder its path
 * @property {string} headerMessageId
 * @property {number} [id] Thunderbird's number of this very copy; it means something in one session only
 * @property {string} [session] in which the number was given
 * @property {boolean} [compared] the host has said that it does not know this copy
 * @property {number} tries how often the connection was lost while the host had it in hand
 */

/** A message on which the host was lost once is asked about alone; after so many times it is left where it is. */
export const MOST_TRIES = 4;
const BATCH = 50;

/**
 * What names a copy of a message. Two copies of a Message-ID have different numbers.
 * @param {Entry} entry
 */
export function keyOf({ account, headerMessageId, id }) {
  return `${account} ${headerMessageId} ${id ?? ""}`;
}

/**
 * Numbers of an earlier session name other messages now, or none.
 * @param {Entry[]} queue @param {string} session
 */
export function withoutStaleNumbers(queue, session) {
  return queue.map(entry => entry.id === undefined || entry.session === session ? entry : { ...entry, id: undefined, session: undefined, compared: false });
}

/**
 * Adds new messages, leaving out what already waits. One that waits since an earlier session has no number, and gets that of the first
 * message with its Message-ID.
 * @param {Entry[]} queue @param {Entry[]} arrived
 */
export function enqueue(queue, arrived) {
  const waiting = [...queue];
  for (const entry of arrived) {
    const same = waiting.findIndex(one => keyOf(one) === keyOf(entry));
    const unnumbered = waiting.findIndex(one => one.id === undefined && one.account === entry.account && one.headerMessageId === entry.headerMessageId);
    if (same >= 0) {
      waiting[same] = { ...waiting[same], compared: waiting[same].compared || entry.compared };
    } else if (unnumbered >= 0) {
      waiting[unnumbered] = { ...entry, tries: waiting[unnumbered].tries };
    } else {
      waiting.push(entry);
    }
  }
  return waiting;
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
