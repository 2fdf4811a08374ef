const DAY = 86_400_000;
/** How far back the sent mail is read the first time. */
const FIRST_TIME = 730 * DAY;
const MOST_AT_ONCE = 500;

/**
 * Tells the host what the user sends and to whom, so that an answer is known for one, and who was written to for no stranger. Only Message-IDs, dates and
 * addresses; neither subject nor text.
 */
export class SentMail {
  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {{sentFolders: () => Promise<any[]>, messagesSince: (folder: any, date: Date) => Promise<any[]>}} world.mail
   * @param {import("../journal/outbox.js").Outbox} world.outbox
   * @param {() => number} [world.clock] milliseconds
   */
  constructor({ request, mail, outbox, clock = Date.now }) {
    this.request = request;
    this.mail = mail;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Looks through the folders of sent mail, from where the host's knowledge ends. Rejects when the host is gone. */
  async look() {
    /** @type {Map<string, any[]>} */
    const accounts = new Map();
    for (const folder of await this.mail.sentFolders()) {
      accounts.set(folder.accountId, [...accounts.get(folder.accountId) ?? [], folder]);
    }
    for (const [account, folders] of accounts) {
      const { latest } = await this.request("sent/noted", { account, messages: [] });
      const since = new Date(latest ? Date.parse(latest) - DAY : this.clock() - FIRST_TIME);
      for (const folder of folders) {
        const messages = (await this.mail.messagesSince(folder, since)).map(header => note(header, header.date));
        for (let at = 0; at < messages.length; at += MOST_AT_ONCE) {
          await this.request("sent/noted", { account, messages: messages.slice(at, at + MOST_AT_ONCE) });
        }
      }
    }
  }

  /**
   * A message has just been sent. Resolves when that is written down.
   * @param {string} account @param {string} headerMessageId @param {string[]} recipients
   */
  sent(account, headerMessageId, recipients) {
    return this.outbox.add("sent/noted", { account, messages: [{ headerMessageId, date: new Date(this.clock()).toISOString(), recipients }] });
  }
}

/**
 * Asks the host what it knows, from the user's sent mail, of messages that came: which of the user's own they answer, and when their author was last
 * written to. It goes with the messages when they are judged.
 * @param {(method: string, params: object) => Promise<any>} request
 * @returns {(held: {header: any, headers: Record<string, string[]>}[]) => Promise<object[]>} in the order of the messages
 */
export function about(request) {
  return async held => {
    const told = [];
    for (let at = 0; at < held.length; at += MOST_AT_ONCE) {
      const messages = held.slice(at, at + MOST_AT_ONCE).map(({ header, headers }) => ({
        author: header.author, references: headers.references ?? [], inReplyTo: headers["in-reply-to"] ?? [] }));
      told.push(...(await request("sent/about", { messages })).about);
    }
    return told;
  };
}

/** @param {any} header @param {Date} date */
function note({ headerMessageId, recipients, ccList, bccList }, date) {
  return { headerMessageId, date: new Date(date).toISOString(), recipients: [...recipients, ...ccList, ...bccList] };
}
