import { chunks, toWire } from "../incoming/wire.js";

/**
 * @typedef {object} Awaited a message in a junk folder that may be what the user is waiting for
 * @property {string} account
 * @property {string} folder its path
 * @property {string} headerMessageId
 * @property {string} author
 * @property {string} subject
 * @property {string} date ISO 8601
 * @property {string} because
 */

const DAY = 86_400_000;
/** What lies in junk for longer is hardly waited for any more; of a flood of junk the newest are looked at. */
const LOOKED_AT = 30 * DAY;
const MOST_LOOKED_AT = 500;
const CALM = 1_500;
const MOST_DISMISSED = 1_000;
/** More notices at once would be a nuisance. */
const MOST_NOTICES = 3;

/** Watches the junk folders for what was awaited, and puts it forward. What the user has said no to is not put forward again. */
export class AwaitedMail {
  /** @type {Promise<void>} one look at a time */
  #turn = Promise.resolve();
  /** @type {any} */
  #planned;
  /** @type {Map<number, Record<string, string[]>>} headers by Thunderbird's number, which stands for one message as long as this page lives */
  #headers = new Map();

  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {(held: {header: any, headers: Record<string, string[]>}[]) => Promise<object[]>} world.sentAbout
   * @param {{junkFolders: () => Promise<any[]>, messagesSince: (folder: any, date: Date) => Promise<any[]>,
   *   headers: (header: any) => Promise<Record<string, string[]>>}} world.mail
   * @param {import("../store.js").Stored<Awaited[]>} world.list
   * @param {import("../store.js").Stored<string[]>} world.dismissed
   * @param {(found: Awaited) => Promise<any>} world.notify
   * @param {() => Promise<any>} world.onChange the list has changed
   * @param {(error: any) => void} world.onTrouble
   * @param {{setTimeout: Function, clearTimeout: Function}} [world.timers]
   * @param {() => number} [world.clock] milliseconds
   */
  constructor({ request, sentAbout, mail, list, dismissed, notify, onChange, onTrouble, timers = globalThis, clock = Date.now }) {
    this.request = request;
    this.sentAbout = sentAbout;
    this.mail = mail;
    this.list = list;
    this.dismissed = dismissed;
    this.notify = notify;
    this.onChange = onChange;
    this.onTrouble = onTrouble;
    this.timers = timers;
    this.clock = clock;
  }

  /** A junk folder may have changed, or what the user waits for. */
  changed() {
    this.timers.clearTimeout(this.#planned);
    this.#planned = this.timers.setTimeout(() => this.look().catch(this.onTrouble), CALM);
  }

  /** Looks through all junk folders. Rejects when the host is gone. */
  look() {
    const looked = this.#turn.then(() => this.#look());
    this.#turn = looked.catch(() => undefined); // the caller has the error
    return looked;
  }

  /** The user does not wait for this one. @param {{account: string, headerMessageId: string}} which */
  async dismiss(which) {
    await this.dismissed.update(keys => [...keys, keyOf(which)].slice(-MOST_DISMISSED));
    await this.drop(which);
  }

  /** It need not be put forward any more. @param {{account: string, headerMessageId: string}} which */
  async drop(which) {
    await this.list.update(list => list.filter(one => keyOf(one) !== keyOf(which)));
    await this.onChange();
  }

  async #look() {
    const found = [];
    for (const folder of await this.mail.junkFolders()) {
      found.push(...await this.#lookInto(folder));
    }
    const dismissed = new Set(await this.dismissed.get());
    const wanted = found.filter(one => !dismissed.has(keyOf(one)));
    const before = await this.list.get();
    await this.list.update(() => wanted);
    if (JSON.stringify(before) !== JSON.stringify(wanted)) {
      await this.onChange();
    }
    const known = new Set(before.map(keyOf));
    for (const one of wanted.filter(fresh => !known.has(keyOf(fresh))).slice(0, MOST_NOTICES)) {
      // Where the desktop shows no notices, Thunderbird may never answer: nobody waits for it.
      this.notify(one).catch(this.onTrouble);
    }
  }

  /** @param {any} folder @returns {Promise<Awaited[]>} */
  async #lookInto(folder) {
    const account = folder.accountId;
    const present = (await this.mail.messagesSince(folder, new Date(this.clock() - LOOKED_AT)))
      .sort((one, other) => Number(new Date(other.date)) - Number(new Date(one.date))).slice(0, MOST_LOOKED_AT);
    const held = [];
    for (const header of present) {
      const headers = await this.#headersOf(header);
      if (headers) {
        held.push({ header, headers });
      }
    }
    const sent = await this.sentAbout(held);
    const messages = held.map(({ header, headers }, index) => ({ header, message: toWire(header, headers, { sent: sent[index] }) }));
    const found = [];
    for (const chunk of chunks(messages, ({ message }) => JSON.stringify(message).length)) {
      const { awaited } = await this.request("junk/awaited", { account, folder: folder.path, messages: chunk.map(({ message }) => message) });
      found.push(...awaited.map((/** @type {any} */ { place, because }) => {
        const { headerMessageId, author, subject, date } = chunk[place].header;
        return { account, folder: folder.path, headerMessageId, author, subject, date: new Date(date).toISOString(), because };
      }));
    }
    return found;
  }

  /** Only what tells whom a message answers; null where it has gone, or cannot be read. @param {any} header */
  async #headersOf(header) {
    const kept = this.#headers.get(header.id);
    if (kept) {
      return kept;
    }
    try {
      const { references = [], "in-reply-to": inReplyTo = [] } = await this.mail.headers(header);
      const headers = { references, "in-reply-to": inReplyTo };
      this.#headers.set(header.id, headers);
      return headers;
    } catch (error) {
      console.info(`Tripostal: ${header.headerMessageId} in junk cannot be looked at:`, error);
      return null;
    }
  }
}

/** @param {{account: string, headerMessageId: string}} message */
export function keyOf({ account, headerMessageId }) {
  return `${account} ${headerMessageId}`;
}
