import { judge } from "../incoming/judge.js";

/**
 * Answers why a message lies where it lies: from the journal; and, where that does not know it, what the rules would say of it now.
 */
export class Explain {
  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {{headers: (header: any) => Promise<Record<string, string[]>>, parts: (header: any) => Promise<object[]>}} world.mail
   * @param {import("../incoming/known.js").AddressBooks} world.books
   * @param {(held: any[]) => Promise<object[]>} [world.sentAbout] what the user's sent mail tells of messages
   */
  constructor({ request, mail, books, sentAbout }) {
    this.request = request;
    this.mail = mail;
    this.books = books;
    this.sentAbout = sentAbout;
  }

  /**
   * The entry that put the message where it is: the last that stands, or, where all were taken back, the last.
   * @param {any} header Thunderbird's MessageHeader
   * @returns {Promise<any | null>}
   */
  async past(header) {
    const { entries } = await this.request("journal/list", { account: header.folder.accountId, headerMessageId: header.headerMessageId });
    // Of two copies of a message, each has an entry: the one that ends in this folder is about this copy.
    const here = entries.filter((/** @type {any} */ { from, to }) => [from, to].includes(header.folder.path));
    const standing = (/** @type {any} */ { undo, to }) => undo !== "done" && to === header.folder.path;
    return here.find(standing) ?? here[0] ?? entries[0] ?? null;
  }

  /**
   * What the rules would decide if the message came now. Changes nothing.
   * @param {any} header
   */
  async now(header) {
    const [headers, known] = await Promise.all([this.mail.headers(header), this.books.of(header.author)]);
    const [decision] = await judge({ request: this.request, partsOf: one => this.mail.parts(one), sentAbout: this.sentAbout },
      header.folder.accountId, header.folder.path, [{ header, headers, known }]);
    if (decision instanceof Error) {
      throw decision;
    }
    return decision;
  }
}
