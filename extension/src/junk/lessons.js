import { HostError } from "../host/rpc.js";
import { chunks, toWire } from "../incoming/wire.js";

/** @typedef {import("./deeds.js").Deed} Deed */

const BATCH = 50;
const ABOUT_THE_CONNECTION = [-32001, -32002];
/** The journal, or what was learned, cannot be read or written just now. */
const NOT_NOW = [-32006, -32007];

/**
 * What the user said of messages goes to the host, which learns of it. Each deed is written down first, so that nothing is lost while the host is away; the
 * message itself is looked up when it is told, and its text is kept nowhere. It is sent as it is stored: what is encrypted stays so.
 */
export class Lessons {
  /** @type {Promise<void>} */
  #turn = Promise.resolve();

  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {{find: Function, anywhere: (account: string, headerMessageId: string) => Promise<any[]>, headers: (header: any) => Promise<Record<string, string[]>>,
   *   parts: (header: any) => Promise<object[]>}} world.mail
   * @param {import("../store.js").Stored<(Deed & {session: string})[]>} world.deeds
   * @param {() => Promise<string>} world.session names this session of Thunderbird, in which numbers of messages mean something
   */
  constructor({ request, mail, deeds, session }) {
    this.request = request;
    this.mail = mail;
    this.deeds = deeds;
    this.session = session;
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
    for (let batch = nextBatch(await this.deeds.get()); batch.length > 0; batch = nextBatch(await this.deeds.get())) {
      const [{ account, folder }] = batch;
      const messages = await Promise.all(batch.map(one => this.#read(one)));
      for (const chunk of chunks(messages, message => JSON.stringify(message).length)) {
        await this.#send({ account, folder, messages: chunk });
      }
      await this.deeds.update(waiting => waiting.slice(batch.length));
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
   * @param {Deed & {session: string}} deed
   */
  async #read(deed) {
    const { account, headerMessageId, did, wasInInbox } = deed;
    const said = { headerMessageId, did, wasInInbox };
    try {
      const number = deed.session === await this.session() ? deed.id : undefined;
      const header = await this.mail.find(deed, number) ?? (await this.mail.anywhere(account, headerMessageId))[0];
      if (!header) {
        return said;
      }
      const [headers, parts] = await Promise.all([this.mail.headers(header), this.mail.parts(header)]);
      // Thunderbird shows the subject of an encrypted message once it has been decrypted; the field itself has it as it travelled.
      return { ...toWire({ ...header, subject: headers.subject?.[0] ?? "" }, headers, { parts }), ...said };
    } catch (error) {
      console.warn(`Tripostal: ${headerMessageId} cannot be read, and is not learned:`, error);
      return said;
    }
  }
}

/** The first ones that belong to one folder. @param {(Deed & {session: string})[]} deeds */
function nextBatch(deeds) {
  const [first] = deeds;
  const other = deeds.findIndex(({ account, folder }) => account !== first.account || folder !== first.folder);
  return deeds.slice(0, Math.min(BATCH, other < 0 ? deeds.length : other));
}
