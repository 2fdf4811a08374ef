/** So many messages of each kind are shown; the number says how many there are. */
const MOST_SHOWN = 100;

/**
 * @typedef {import("./select.js").Action} Action
 * @typedef {{key: string, type: string, folder?: string, tag?: string, pack: string, rule: string, count: number,
 *   messages: {headerMessageId: string, author: string, subject: string, date: string, because: string}[]}} Group what would be done with some messages
 */

/** What would be done in a folder: by place and rule, with the first messages of each. */
export class Tally {
  /** @type {Map<string, Group>} */
  #groups = new Map();
  /** @type {string[]} the Message-IDs of all messages that would be touched */
  headerMessageIds = [];

  /** @param {any} header @param {Action[]} actions at least one */
  add({ headerMessageId, author, subject, date }, actions) {
    this.headerMessageIds.push(headerMessageId);
    for (const { type, folder, tag, pack, rule, because } of actions) {
      const key = JSON.stringify([type, folder ?? tag ?? "", rule]);
      const group = this.#groups.get(key) ?? { key, type, folder, tag, pack, rule, count: 0, messages: [] };
      group.count++;
      if (group.messages.length < MOST_SHOWN) {
        group.messages.push({ headerMessageId, author, subject, date: new Date(date).toISOString(), because });
      }
      this.#groups.set(key, group);
    }
  }

  /** The largest first. */
  get groups() {
    return [...this.#groups.values()].sort((one, other) => other.count - one.count);
  }
}
