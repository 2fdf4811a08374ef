/**
 * @typedef {object} Entry a message that waits to be judged
 * @property {string} account
 * @property {string} folder its path
 * @property {string} headerMessageId
 * @property {number} [id] Thunderbird's number of this very copy; it means something in one session only
 * @property {string} [session] in which the number was given
 * @property {boolean} [compared] the host has said that it does not know this copy
 * @property {number} tries how often the connection was lost while the host had it in hand
 * @property {number} [fails] how often it was left where it is, to be tried again (left.js)
 * @property {number} [tried] when it was left last, in milliseconds
 * @property {number} [notBefore] when it is to be tried again, in milliseconds
 */

/** A message on which the host was lost once is asked about alone; after so many times it is left where it is for a while. */
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
 * Numbers of an earlier session name other messages now, or none. What was left then is due: Thunderbird, the host or the server may be another.
 * @param {Entry[]} queue @param {string} session
 */
export function withoutStaleNumbers(queue, session) {
  return queue.map(entry => entry.id === undefined || entry.session === session ? entry
    : { ...entry, id: undefined, session: undefined, compared: isLeft(entry) && entry.compared, ...isLeft(entry) ? { notBefore: 0 } : {} });
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
      waiting[unnumbered] = { ...waiting[unnumbered], id: entry.id, session: entry.session, folder: entry.folder, compared: waiting[unnumbered].compared || entry.compared };
    } else {
      waiting.push(entry);
    }
  }
  return waiting;
}

/** Whether it was left once, and is not new. @param {Entry} entry */
export function isLeft({ fails = 0 }) {
  return fails > 0;
}

/**
 * What to ask about next: messages of one folder, oldest first; those that were left once come after all that are new, and each time in smaller batches: where a move of
 * several fails Thunderbird forgets their numbers, so that the guilty one is found bit by bit.
 * @param {Entry[]} queue
 * @param {number} [now] milliseconds: what is not due by then waits
 */
export function nextBatch(queue, now = Infinity) {
  const due = queue.filter(({ notBefore = 0 }) => notBefore <= now);
  const first = due.find(entry => !isLeft(entry)) ?? due[0];
  if (!first || first.tries > 0) {
    return first ? [first] : [];
  }
  return due.filter(entry => entry.account === first.account && entry.folder === first.folder && entry.tries === 0 && isLeft(entry) === isLeft(first))
    .slice(0, Math.ceil(BATCH / 2 ** Math.min(first.fails ?? 0, BATCH)));
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
