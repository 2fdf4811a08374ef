import { HostError } from "../host/rpc.js";
import { chunks, toWire } from "../incoming/wire.js";

/**
 * @typedef {import("./deeds.js").Deed} Deed
 * @typedef {Deed & {session: string, tries?: number}} Waiting `tries`: how often Thunderbird did not hand the message over
 */

const BATCH = 50;
const ABOUT_THE_CONNECTION = [-32001, -32002];
/** The journal, or what was learned, cannot be read or written just now. */
const NOT_NOW = [-32006, -32007];
/** When to ask again for a message that Thunderbird did not hand over, which may be offline: later each time, in milliseconds; and how often in all, which is about a day. */
const ASK_AGAIN = 20_000;
const AT_THE_LATEST = 3_600_000;
const MOST_TRIES = 30;
/** So often a message is not found before it counts as gone: after a move, Thunderbird may not have listed it in its new place. */
const NOT_LISTED = 3;

/** What has to be read to be learned; the others take back what was said before. @type {import("./deeds.js").Did[]} */
const TEACHES = ["marked-junk", "moved-into-junk", "moved-out-of-junk", "rescued"];

/**
 * What the user said of messages goes to the host, which learns of it. Each deed is written down first, so that nothing is lost while the host is away; the
 * message itself is looked up when it is told, and its text is kept nowhere. It is sent as it is stored: what is encrypted stays so. One that is there and cannot be
 * read is asked for again, while the others go on.
 */
export class Lessons {
  /** @type {Promise<void>} */
  #turn = Promise.resolve();
  /** @type {any} */
  #planned;

  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {{find: Function, anywhere: (account: string, headerMessageId: string) => Promise<any[]>, headers: (header: any) => Promise<Record<string, string[]>>,
   *   parts: (header: any) => Promise<object[]>}} world.mail
   * @param {import("../store.js").Stored<Waiting[]>} world.deeds
   * @param {() => Promise<string>} world.session names this session of Thunderbird, in which numbers of messages mean something
   * @param {(error: any) => void} [world.onTrouble] why what is told later could not be told
   * @param {{setTimeout: Function, clearTimeout: Function}} [world.timers]
   */
  constructor({ request, mail, deeds, session, onTrouble = () => undefined, timers = globalThis }) {
    this.request = request;
    this.mail = mail;
    this.deeds = deeds;
    this.session = session;
    this.onTrouble = onTrouble;
    this.timers = timers;
  }

  /** Writes them down. Resolves when they are stored. @param {Deed[]} deeds */
  async add(deeds) {
    const session = await this.session();
    await this.deeds.update(waiting => [...waiting, ...deeds.map(one => ({ ...one, session }))]);
  }

  /** Tells the host all that it has not been told, in order. Rejects where it cannot be told now; it is kept. */
  tell() {
    const told = this.#turn.then(() => this.#tell());
    this.#turn = told.catch(() => undefined); // the caller has the error
    return told;
  }

  async #tell() {
    /** @type {Set<string>} messages that Thunderbird does not hand over now; all that was said of one is told in order */
    const later = new Set();
    const ready = (/** @type {Waiting[]} */ waiting) => waiting.filter(one => !later.has(keyOf(one)));
    for (let batch = nextBatch(ready(await this.deeds.get())); batch.length > 0; batch = nextBatch(ready(await this.deeds.get()))) {
      const [{ account, folder }] = batch;
      const read = await Promise.all(batch.map(one => this.#read(one)));
      batch.filter((_, index) => read[index] === null).forEach(one => later.add(keyOf(one)));
      const told = batch.map((deed, index) => ({ deed, message: read[index] })).filter(({ deed }) => !later.has(keyOf(deed)));
      for (const chunk of chunks(told, ({ message }) => JSON.stringify(message).length)) {
        await this.#send({ account, folder, messages: chunk.map(({ message }) => message) });
      }
      await this.deeds.update(waiting => told.reduce((left, { deed }) => withoutFirst(left, deed), waiting));
    }
    if (later.size > 0) {
      const waiting = await this.deeds.update(all => all.map(one => later.has(keyOf(one)) ? { ...one, tries: (one.tries ?? 0) + 1 } : one));
      const tries = Math.min(...waiting.filter(one => later.has(keyOf(one))).map(one => one.tries ?? 0));
      this.timers.clearTimeout(this.#planned);
      this.#planned = this.timers.setTimeout(() => this.tell().catch(this.onTrouble), Math.min(AT_THE_LATEST, ASK_AGAIN * 2 ** (tries - 1)));
    }
  }

  /** @param {{account: string, folder: string, messages: any[]}} params */
  async #send(params) {
    try {
      await this.request("messages/junk", params);
    } catch (error) {
      if (!(error instanceof HostError) || [...ABOUT_THE_CONNECTION, ...NOT_NOW].includes(error.code)) {
        throw error;
      }
      // The program will never take this one; what the user says next must not wait for it.
      console.error("Tripostal: messages/junk was refused:", error);
    }
  }

  /**
   * With the message, where it is still to be found: without it nothing can be learned, but what was learned can be taken back.
   * @param {Waiting} deed
   * @returns {Promise<object | null>} null where Thunderbird does not hand it over now
   */
  async #read(deed) {
    const { account, headerMessageId, did, wasInInbox } = deed;
    const said = { headerMessageId, did, wasInInbox };
    try {
      const number = deed.session === await this.session() ? deed.id : undefined;
      const header = await this.mail.find(deed, number) ?? (await this.mail.anywhere(account, headerMessageId))[0];
      if (!header) {
        return TEACHES.includes(did) && (deed.tries ?? 0) + 1 < NOT_LISTED ? null : said;
      }
      // One after the other: the first look at a message that lies on the server only is broken off when its headers are there.
      const headers = await this.mail.headers(header);
      const parts = await this.mail.parts(header);
      // Thunderbird shows the subject of an encrypted message once it has been decrypted; the field itself has it as it travelled.
      return { ...toWire({ ...header, subject: headers.subject?.[0] ?? "" }, headers, { parts }), ...said };
    } catch (error) {
      const givenUp = (deed.tries ?? 0) + 1 >= MOST_TRIES;
      console.warn(`Tripostal: ${headerMessageId} cannot be read${givenUp ? ", and is not learned" : "; it is asked for again"}:`, error);
      return givenUp ? said : null;
    }
  }
}

/** The first ones that belong to one folder, of each message one. @param {Waiting[]} deeds */
function nextBatch(deeds) {
  const [first] = deeds;
  const seen = new Set();
  const other = deeds.findIndex(one => one.account !== first.account || one.folder !== first.folder || seen.size === seen.add(keyOf(one)).size);
  return deeds.slice(0, Math.min(BATCH, other < 0 ? deeds.length : other));
}

/** @param {Deed} deed */
function keyOf({ account, headerMessageId }) {
  return `${account} ${headerMessageId}`;
}

/** @param {Waiting[]} deeds @param {Waiting} told */
function withoutFirst(deeds, told) {
  const name = JSON.stringify(told);
  const first = deeds.findIndex(one => JSON.stringify(one) === name);
  return deeds.filter((_, index) => index !== first);
}
