import { toWire } from "../incoming/wire.js";

/** So many answered messages are remembered: more windows are seldom open. */
const MOST_KEPT = 20;
/** So many messages of a thread are looked for. */
const MOST_EARLIER = 10;

/**
 * @typedef {{headers: Record<string, string[]>}} Original a message that is answered, in the form that the host reads
 * @typedef {{recipients: string[], ccList: string[], bccList: string[]}} Earlier a message of the user's own
 */

/**
 * The messages that are answered, and what the user wrote before in the same threads. Each is looked up once, usually while the answer is being written, so that
 * Send does not wait for it: what a message says of itself never changes, and what was sent is forgotten when more has been sent.
 */
export class Originals {
  /** @type {Map<number, Promise<Original | null>>} by Thunderbird's number, which no other message gets in this session */
  #originals = new Map();
  /** @type {WeakMap<Original, Promise<Earlier[]>>} */
  #earlier = new WeakMap();

  /**
   * @param {object} mail
   * @param {(id: number) => Promise<any>} mail.get
   * @param {(header: any) => Promise<Record<string, string[]>>} mail.headers
   * @param {() => Promise<{id: string}[]>} mail.sent the folders of sent mail
   * @param {(query: {folderId: string, headerMessageId: string}) => Promise<{messages: any[]}>} mail.query
   */
  constructor(mail) {
    this.mail = mail;
  }

  /**
   * The message that is answered; null where nothing is answered, or where it is not at hand any more.
   * @param {any} details Thunderbird's ComposeDetails
   * @returns {Promise<Original | null>}
   */
  async of({ type, relatedMessageId }) {
    if (type !== "reply" || relatedMessageId === undefined) {
      return null;
    }
    const known = this.#originals.get(relatedMessageId);
    const found = known ?? this.#look(relatedMessageId);
    if (!known) {
      this.#originals.set(relatedMessageId, found);
      [...this.#originals.keys()].slice(0, -MOST_KEPT).forEach(id => this.#originals.delete(id));
    }
    const original = await found;
    if (!original) {
      this.#originals.delete(relatedMessageId); // it may be at hand the next time
    }
    return original;
  }

  /**
   * The user's own earlier messages in the thread that is answered: with whom it was between two already.
   * @param {Original} original as `of` gives it
   * @returns {Promise<Earlier[]>}
   */
  earlier(original) {
    const known = this.#earlier.get(original);
    const found = known ?? earlierOf(original, this.mail);
    if (!known) {
      this.#earlier.set(original, found);
      found.catch(() => this.#earlier.delete(original)); // whoever waits for it has the reason
    }
    return found;
  }

  /** There is more, or less, among what was sent. */
  sentChanged() {
    this.#earlier = new WeakMap();
  }

  /**
   * @param {number} id
   * @returns {Promise<any>}
   */
  async #look(id) {
    try {
      const header = await this.mail.get(id);
      return toWire(header, await this.mail.headers(header));
    } catch (error) {
      console.info("Tripostal: the message that is answered cannot be looked at:", error);
      return null;
    }
  }
}

/**
 * @param {Original} original
 * @param {Pick<ConstructorParameters<typeof Originals>[0], "sent" | "query">} mail
 * @returns {Promise<Earlier[]>}
 */
async function earlierOf({ headers }, { sent, query }) {
  const ids = [...headers.references ?? [], ...headers["in-reply-to"] ?? []].join(" ").match(/[^<>\s]+@[^<>\s]+/g) ?? [];
  const wanted = [...new Set(ids)].slice(-MOST_EARLIER);
  const folders = wanted.length > 0 ? await sent() : [];
  const found = await Promise.all(wanted.flatMap(headerMessageId => folders.map(({ id }) => query({ folderId: id, headerMessageId }))));
  return found.flatMap(({ messages }) => messages).map(({ recipients, ccList, bccList }) => ({ recipients, ccList, bccList }));
}

/**
 * One's own addresses, in lower case.
 * @param {{identities: {email: string}[]}[]} accounts
 */
export function ownAddresses(accounts) {
  return accounts.flatMap(({ identities }) => (identities ?? []).map(({ email }) => email.toLowerCase()));
}
