import { HostError } from "../host/rpc.js";
import { Failure, failed } from "./failure.js";
import { judge } from "./judge.js";
import { perform } from "./perform.js";
import { enqueue, enter, keyOf, MOST_TRIES, nextBatch, putBack, remove } from "./queue.js";

/**
 * @typedef {import("./queue.js").Entry} Entry
 * @typedef {import("./judge.js").Decision} Decision
 * @typedef {import("./perform.js").Result} Result
 * @typedef {Result | {outcome: "would"}} Outcome
 * @typedef {{entry: Entry, header: any, headers: any, unreadable?: Error}} Held
 */

const DECISIONS_KEPT = 50;

/**
 * From a new message to a message that lies where it belongs. A message is written down before anything is asked about it,
 * and struck off only when its decision has been carried out or it is gone; so what comes while the host is missing, or is under way when
 * Thunderbird ends, is judged later.
 *
 * While Tripostal is switched off, mail is judged too and what would have been done is recorded, so that the user sees what switching on would
 * mean; and it is struck off, so that switching on concerns new mail only and no old mail starts to move.
 */
export class Sorter {
  /** @type {Promise<void> | null} */
  #draining = null;
  #again = false;
  /** @type {Map<string, number>} Thunderbird's numbers of what came in this session: saves looking them up. */
  #ids = new Map();

  /**
   * @param {object} world
   * @param {import("../host/connection.js").HostConnection} world.host
   * @param {import("./perform.js").MailApi & {find: Function, headers: Function, parts: Function}} world.mail
   * @param {import("./folders.js").Folders} world.folders
   * @param {import("../store.js").Stored<Entry[]>} world.queue
   * @param {import("../store.js").Stored<string[]>} world.ledger
   * @param {import("../store.js").Stored<any[]>} world.decisions
   * @param {() => Date} [world.now]
   */
  constructor({ host, mail, folders, queue, ledger, decisions, now = () => new Date() }) {
    this.host = host;
    this.mail = mail;
    this.folders = folders;
    this.queue = queue;
    this.ledger = ledger;
    this.decisions = decisions;
    this.now = now;
  }

  /**
   * Takes in messages that have just come. Resolves when they are written down.
   * @param {string} account @param {string} folder its path @param {any[]} headers
   */
  async take(account, folder, headers) {
    const arrived = headers.map(({ headerMessageId }) => ({ account, folder, headerMessageId, tries: 0 }));
    const ledger = await this.ledger.get();
    const queue = await this.queue.update(waiting => enqueue(waiting, arrived, ledger));
    const waiting = new Set(queue.map(keyOf));
    arrived.forEach((entry, index) => waiting.has(keyOf(entry)) && this.#ids.set(keyOf(entry), headers[index].id));
  }

  /** Judges what waits. One at a time: a call while it runs makes it look once more. Never rejects. */
  drain() {
    this.#again = true;
    this.#draining ??= this.#drain().finally(() => { this.#draining = null; });
    return this.#draining;
  }

  async #drain() {
    while (this.#again) {
      this.#again = false;
      try {
        for (let batch = nextBatch(await this.queue.get()); batch.length > 0; batch = nextBatch(await this.queue.get())) {
          await this.host.open();
          await this.#handle(batch);
        }
      } catch (error) {
        // The messages stay in the queue; the connection knows what is wrong, shows it, and calls again when it is ready.
        console.warn("Tripostal: judging waits:", error);
      }
    }
  }

  /** @param {Entry[]} batch */
  async #handle(batch) {
    const [{ account, folder }] = batch;
    const ledger = new Set(await this.ledger.get());
    const present = await Promise.all(batch.map(entry => ledger.has(keyOf(entry)) ? null : this.#hold(entry)));
    const held = present.filter(found => found !== null);
    const decided = await this.#judge(account, folder, held, batch);
    const outcomes = await this.#act(account, held, decided);
    await this.ledger.update(list => enter(list, held.map(({ entry }) => entry)));
    await this.#record(held, decided, outcomes);
    await this.queue.update(queue => remove(queue, batch));
    batch.forEach(entry => this.#ids.delete(keyOf(entry)));
  }

  /**
   * The message itself, or null when it is gone.
   * @param {Entry} entry
   * @returns {Promise<Held | null>}
   */
  async #hold(entry) {
    const header = await this.mail.find(entry, this.#ids.get(keyOf(entry)));
    if (!header) {
      return null;
    }
    try {
      return { entry, header, headers: await this.mail.headers(header) };
    } catch (error) {
      // Between the two looks it may have gone; if it is still there, it cannot be read, and that is told.
      return await this.mail.find(entry) ? { entry, header, headers: null, unreadable: /** @type {Error} */ (error) } : null;
    }
  }

  /**
   * @param {string} account @param {string} folder @param {Held[]} held @param {Entry[]} batch
   * @returns {Promise<(Decision | Error)[]>}
   */
  async #judge(account, folder, held, batch) {
    if (held[0]?.entry.tries >= MOST_TRIES) {
      return held.map(() => new Failure("lost-each-time"));
    }
    try {
      const decided = await judge({
        request: (method, params) => this.host.request(method, params),
        partsOf: header => this.mail.parts(header),
      }, account, folder, held.filter(({ unreadable }) => !unreadable));
      return held.map(({ unreadable }) => unreadable ?? /** @type {Decision | Error} */ (decided.shift()));
    } catch (error) {
      if (!(error instanceof HostError)) {
        await this.queue.update(queue => putBack(queue, batch));
      }
      throw error;
    }
  }

  /**
   * @param {string} account @param {{header: any}[]} held @param {(Decision | Error)[]} decided
   * @returns {Promise<Outcome[]>}
   */
  async #act(account, held, decided) {
    const { active } = this.host.state;
    const tasks = held.map(({ header }, index) => ({ header, decision: decided[index] }));
    const doable = tasks.filter(({ decision }) => active && !(decision instanceof Error))
      .map(({ header, decision }) => ({ header, actions: /** @type {Decision} */ (decision).actions }));
    const results = await perform(this, account, doable);
    return tasks.map(({ decision }) => decision instanceof Error ? failed(decision)
      : active ? /** @type {Result} */ (results.shift()) : { outcome: "would" });
  }

  /**
   * Shows what was done and why. Messages that no rule spoke of are not listed.
   * @param {{entry: Entry, header: any}[]} held @param {(Decision | Error)[]} decided @param {Outcome[]} outcomes
   */
  async #record(held, decided, outcomes) {
    const records = held.map(({ entry: { account, folder, headerMessageId }, header: { author, subject } }, index) => {
      const decision = decided[index];
      const actions = decision instanceof Error ? [] : decision.actions.map(({ type, folder: to, tag, pack, rule, because }) =>
        ({ type, folder: to, tag, pack, rule, because }));
      return { at: this.now().toISOString(), account, folder, headerMessageId, author, subject, actions, ...outcomes[index] };
    }).filter(({ outcome, actions }) => outcome === "failed" || actions.length > 0);
    if (records.length > 0) {
      await this.decisions.update(list => [...records.reverse(), ...list].slice(0, DECISIONS_KEPT));
    }
  }
}
