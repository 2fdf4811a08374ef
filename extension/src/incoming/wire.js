/**
 * A message in the form that the host reads: Thunderbird's MessageHeader, and the headers that it leaves out.
 * @param {any} header
 * @param {Record<string, string[]>} headers names in lower case
 * @param {{known?: object[], parts?: object[]}} [more] what the address books know of the author; the parts as getFull gives them, when the host
 *   asked for the body
 */
export function toWire(header, headers, { known = [], parts } = {}) {
  const { headerMessageId, author, recipients, ccList, bccList, subject, date, size, junk, read, flagged, tags } = header;
  return {
    headerMessageId, author, recipients, ccList, bccList, subject, date: isoSeconds(date), size, junk, read, flagged, tags, headers,
    ...known.length > 0 ? { known } : {}, ...parts ? { parts } : {},
  };
}

/**
 * The moment to the second, which is all that a Date header has.
 * @param {Date | string | number} date
 */
export function isoSeconds(date) {
  return new Date(date).toISOString().replace(/\.\d+Z$/, "Z");
}

/**
 * Cuts a list so that no frame grows too large: at most so many messages, and so many bytes by their size.
 * A message that is too large alone still goes, alone.
 * @template T
 * @param {T[]} list @param {(item: T) => number} sizeOf bytes @param {number} [mostBytes] @param {number} [most]
 * @returns {T[][]}
 */
export function chunks(list, sizeOf, mostBytes = 4_000_000, most = 50) {
  /** @type {T[][]} */
  const cut = [];
  let room = 0;
  for (const item of list) {
    const size = sizeOf(item);
    const last = cut.at(-1);
    if (!last || last.length === most || size > room) {
      cut.push([item]);
      room = mostBytes - size;
    } else {
      last.push(item);
      room -= size;
    }
  }
  return cut;
}
