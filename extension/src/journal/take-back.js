import { deliveryOf, topmostReceived } from "../incoming/received.js";

/**
 * @typedef {object} JournalEntry as `journal/list` gives it
 * @property {number} id
 * @property {string} account
 * @property {string} headerMessageId
 * @property {string} from
 * @property {string} to
 * @property {{read: boolean, flagged: boolean, junk: boolean, tags: string[]}} before
 * @property {{actions: import("../incoming/plan.js").Action[], delivery?: string}} decision as it was carried out
 */

/**
 * Takes decisions back: moves the message to where it was, and gives it the marks that it had. One request at a time, since the
 * host lists what waits each time it is asked.
 */
export class TakeBack {
  /** @type {Promise<any>} */
  #turn = Promise.resolve();

  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {import("./outbox.js").Outbox} world.outbox
   * @param {import("../incoming/perform.js").MailApi & {copies: (account: string, path: string, headerMessageId: string) => Promise<any[]>,
   *   copiesOnServer: (account: string, path: string, headerMessageId: string) => Promise<any[]>,
   *   headers: (header: any) => Promise<Record<string, string[]>>}} world.mail
   * @param {import("../incoming/folders.js").Folders} world.folders
   */
  constructor({ request, outbox, mail, folders }) {
    this.request = request;
    this.outbox = outbox;
    this.mail = mail;
    this.folders = folders;
  }

  /**
   * @param {{ids?: number[], lastRun?: boolean, run?: string, rule?: string}} which nothing: what was asked for elsewhere
   * @returns {Promise<{done: number[], failed: number[]}>} numbers of entries. One fails where the user has moved the message on; then it stands again
   */
  undo(which) {
    const undone = this.#turn.then(() => this.#undo(which));
    this.#turn = undone.catch(() => undefined); // the caller has the error
    return undone;
  }

  /** @param {object} which */
  async #undo(which) {
    await this.outbox.flush(); // what was just carried out must be in the journal, and what was taken back before struck off
    const result = { done: /** @type {number[]} */ ([]), failed: /** @type {number[]} */ ([]) };
    // The host tells so many at a time; what has been dealt with does not wait any more.
    for (let { entries } = await this.request("journal/undo", which); entries.length > 0; { entries } = await this.request("journal/undo", {})) {
      const some = await this.#takeBackAll(entries);
      result.done.push(...some.done);
      result.failed.push(...some.failed);
      await this.outbox.add("journal/undone", some);
      await this.outbox.flush();
    }
    return result;
  }

  /**
   * Marks one by one, and the moves from one folder to another together, which is much quicker.
   * @param {JournalEntry[]} entries
   */
  async #takeBackAll(entries) {
    const result = { done: /** @type {number[]} */ ([]), failed: /** @type {number[]} */ ([]) };
    /** @type {Map<string, {entry: JournalEntry, id: number}[]>} */
    const moves = new Map();
    /** @type {Set<string>} folders that Thunderbird was made to look at: once is enough */
    const fresh = new Set();
    for (const entry of entries) {
      try {
        const found = await this.#marked(entry, fresh);
        if (found?.moves) {
          const way = `${entry.account} ${entry.to} ${entry.from}`;
          moves.set(way, [...moves.get(way) ?? [], { entry, id: found.id }]);
        } else {
          (found ? result.done : result.failed).push(entry.id);
        }
      } catch (error) {
        console.warn(`Tripostal: ${entry.headerMessageId} could not be taken back:`, error);
        result.failed.push(entry.id);
      }
    }
    for (const together of moves.values()) {
      const moved = await this.#moveBack(together);
      together.forEach(({ entry }) => (moved.has(entry.id) ? result.done : result.failed).push(entry.id));
    }
    return result;
  }

  /**
   * The copy that the entry is about, with its marks as they were; and whether it is still to be moved.
   * @param {JournalEntry} entry @param {Set<string>} fresh
   * @returns {Promise<{id: number, moves: boolean} | null>} null where it is neither here nor there
   */
  async #marked(entry, fresh) {
    const { account, from, to } = entry;
    let there = await this.#copy(entry, to);
    // Taken back before, and Thunderbird ended before it could be told; or the user did it.
    const back = there ?? await this.#copy(entry, from);
    const place = `${account} ${to}`;
    const header = back ?? (fresh.has(place) ? undefined : there = await this.#copy(entry, to, "copiesOnServer"));
    if (!back) {
      fresh.add(place);
    }
    if (!header) {
      return null;
    }
    const marks = await this.#marksBefore(entry, header);
    if (Object.keys(marks).length > 0) {
      await this.mail.update(header.id, marks);
    }
    return { id: header.id, moves: Boolean(there) && from !== to };
  }

  /**
   * All in one move; one by one where that fails.
   * @param {{entry: JournalEntry, id: number}[]} together of one account, from one folder to one other
   * @returns {Promise<Set<number>>} the numbers of the entries whose message was moved
   */
  async #moveBack(together) {
    const [{ entry: { account, from } }] = together;
    try {
      const folder = await this.folders.at(account, from);
      await this.mail.move(together.map(({ id }) => id), /** @type {string} */ (folder.id));
      return new Set(together.map(({ entry }) => entry.id));
    } catch (error) {
      if (together.length === 1) {
        console.warn(`Tripostal: ${together[0].entry.headerMessageId} could not be taken back:`, error);
        return new Set();
      }
      const moved = new Set();
      for (const one of together) {
        (await this.#moveBack([one])).forEach(id => moved.add(id));
      }
      return moved;
    }
  }

  /** @param {JournalEntry} entry @param {string} path @param {"copies" | "copiesOnServer"} [where] */
  async #copy({ account, headerMessageId, decision }, path, where = "copies") {
    const copies = await this.mail[where](account, path, headerMessageId);
    if (copies.length < 2 || !decision.delivery) {
      return copies[0];
    }
    for (const header of copies) {
      if (await deliveryOf(topmostReceived(await this.mail.headers(header))) === decision.delivery) {
        return header;
      }
    }
    return undefined;
  }

  /**
   * Only what the decision has changed: what the user marked since is the user's.
   * @param {JournalEntry} entry @param {any} header
   */
  async #marksBefore({ before, decision }, header) {
    const types = new Set(decision.actions.map(({ type }) => type));
    const added = await Promise.all(decision.actions.filter(({ type }) => type === "add-tag").map(({ tag }) => this.mail.tagKey(/** @type {string} */ (tag))));
    return {
      ...types.has("flag") && header.flagged !== before.flagged ? { flagged: before.flagged } : {},
      ...types.has("mark-read") && header.read !== before.read ? { read: before.read } : {},
      ...(types.has("mark-junk") || types.has("mark-not-junk")) && header.junk !== before.junk ? { junk: before.junk } : {},
      ...added.length > 0 ? { tags: header.tags.filter((/** @type {string} */ key) => before.tags.includes(key) || !added.includes(key)) } : {},
    };
  }
}
