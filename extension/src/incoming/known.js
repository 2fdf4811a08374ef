import { bareAddress, displayName } from "../outgoing/addresses.js";

/**
 * @typedef {{name: string, address: string}} Known somebody in the address books
 *
 * @typedef {{displayName: string, addresses: string[]}} Contact
 */

/** Address books change seldom; mail comes in bursts. Milliseconds. */
const KEPT = 5 * 60_000;
const MOST_KEPT = 1_000;

/** Looks up who a message is from in the address books: what is known of an address, or of a name, tells a stranger from a friend. */
export class AddressBooks {
  /** @type {Map<string, {at: number, found: Promise<Known[]>}>} */
  #cache = new Map();

  /**
   * @param {(text: string) => Promise<Contact[]>} search contacts that have the text somewhere
   * @param {() => number} [clock] milliseconds
   */
  constructor(search, clock = Date.now) {
    this.search = search;
    this.clock = clock;
  }

  /**
   * The entries that have the author's address or name.
   * @param {string} author as Thunderbird writes it
   * @returns {Promise<Known[]>}
   */
  of(author) {
    const cached = this.#cache.get(author);
    if (cached && this.clock() - cached.at < KEPT) {
      return cached.found;
    }
    if (this.#cache.size >= MOST_KEPT) {
      this.#cache.clear();
    }
    const found = this.#look(author).catch(error => {
      // Mail is judged without the address books rather than not at all.
      console.warn("Tripostal: the address books could not be searched:", error);
      this.#cache.delete(author);
      return [];
    });
    this.#cache.set(author, { at: this.clock(), found });
    return found;
  }

  /** @param {string} author */
  async #look(author) {
    const address = bareAddress(author);
    const name = displayName(author);
    const contacts = (await Promise.all([address, name].filter(text => text !== "").map(text => this.search(text)))).flat();
    const fits = (/** @type {Contact} */ contact) =>
      same(contact.displayName, name) || contact.addresses.some(one => same(one, address));
    const known = contacts.filter(fits).flatMap(({ displayName: who, addresses }) => addresses.map(one => ({ name: who, address: one.toLowerCase() })));
    return [...new Map(known.map(one => [`${one.name} ${one.address}`, one])).values()];
  }
}

/** @param {string} one @param {string} other */
function same(one, other) {
  return other !== "" && one.trim().toLowerCase() === other.toLowerCase();
}

/**
 * The name and the addresses of a contact.
 * @param {string} vCard RFC 6350; Thunderbird writes version 4
 * @returns {Contact}
 */
export function fromVCard(vCard) {
  const lines = vCard.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const values = (/** @type {string} */ property) => lines
    .filter(line => new RegExp(`^(?:[\\w-]+\\.)?${property}[;:]`, "i").test(line))
    .map(line => line.slice(valueAt(line)).replace(/\\n/gi, " ").replace(/\\(.)/g, "$1").trim());
  return { displayName: values("FN")[0] ?? "", addresses: values("EMAIL").filter(address => address !== "") };
}

/** Where the value begins: behind the first colon outside quotes. @param {string} line */
function valueAt(line) {
  return (/^(?:[^":]|"[^"]*")*:/.exec(line)?.[0] ?? line).length;
}
