/**
 * @typedef {object} Found a message in a junk folder
 * @property {string} account
 * @property {string} folder
 * @property {string} headerMessageId
 * @property {string} author
 * @property {string} subject
 * @property {string} date ISO 8601
 * @property {"tripostal" | "other"} by who put it there; other: the mail server, Thunderbird's own filter, or a person
 * @property {string[]} because why; where somebody else put it there, what speaks for its being junk
 */

const DAY = 86_400_000;
const LOOKED_AT = 365 * DAY;
const MOST_FOUND = 20;

/** "I am waiting for a mail from …": looks in the junk folders, and tells why a message went there. */
export class JunkSearch {
  /**
   * @param {object} world
   * @param {{junkFolders: () => Promise<any[]>, messagesSince: (folder: any, date: Date) => Promise<any[]>}} world.mail
   * @param {import("../journal/explain.js").Explain} world.explain
   * @param {() => number} [world.clock] milliseconds
   */
  constructor({ mail, explain, clock = Date.now }) {
    this.mail = mail;
    this.explain = explain;
    this.clock = clock;
  }

  /**
   * The newest messages whose author or subject has the text.
   * @param {string} text
   * @returns {Promise<Found[]>}
   */
  async find(text) {
    const wanted = plain(text);
    const found = [];
    for (const folder of await this.mail.junkFolders()) {
      found.push(...(await this.mail.messagesSince(folder, new Date(this.clock() - LOOKED_AT)))
        .filter(({ author, subject }) => plain(author).includes(wanted) || plain(subject).includes(wanted)));
    }
    found.sort((one, other) => Number(new Date(other.date)) - Number(new Date(one.date)));
    return Promise.all(found.slice(0, MOST_FOUND).map(async header => ({
      account: header.folder.accountId, folder: header.folder.path, headerMessageId: header.headerMessageId, author: header.author,
      subject: header.subject, date: new Date(header.date).toISOString(), ...await this.#why(header) })));
  }

  /** @param {any} header @returns {Promise<{by: "tripostal" | "other", because: string[]}>} */
  async #why(header) {
    const entry = await this.explain.past(header);
    const own = entry?.to === header.folder.path ? entry.decision.actions.filter((/** @type {any} */ { type }) => type === "mark-junk") : [];
    const { spam } = own.length > 0 ? entry.decision : await this.explain.now(header);
    return { by: own.length > 0 ? "tripostal" : "other", because: reasons([...own, ...spam?.evidence ?? []]) };
  }
}

/** @param {{because: string, weight?: number}[]} said */
function reasons(said) {
  return [...new Set(said.filter(({ weight = 1 }) => weight > 0).map(({ because }) => because))];
}

/** For comparing: case and accents do not matter. @param {string} text */
function plain(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase().trim();
}
