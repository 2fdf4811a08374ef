import { topmostReceived } from "./received.js";
import { isoSeconds } from "./wire.js";

/**
 * @typedef {{id: string, accountId: string, path: string}} Inbox
 *
 * @typedef {object} InboxApi the part of Thunderbird's API that is needed here
 * @property {(accountId?: string) => Promise<Inbox[]>} inboxes of all accounts, or of one
 * @property {(inbox: Inbox) => Promise<any[]>} messagesIn the headers of all that an inbox holds
 * @property {(header: any) => Promise<Record<string, string[]>>} headers
 */

/** Thunderbird tells of a change several times over; and what its own event tells of is judged by then. Milliseconds. */
const CALM = 1_500;
/** Looking through a large inbox takes seconds: at most a tenth of the time is spent so. */
const REST = 9;

/**
 * Sees to it that nothing is missed: compares what each inbox holds with what the host knows, at each connection and when an inbox has
 * changed. Thunderbird's own event leaves out what was read elsewhere, second copies of a Message-ID, and all that came while nobody listened.
 */
export class InboxWatch {
  /** @type {Map<string, any>} timers by account */
  #planned = new Map();
  /** @type {Map<string, number>} how many messages an inbox held when it was last told of */
  #counts = new Map();
  /** @type {Promise<void>} one look at a time */
  #turn = Promise.resolve();
  #tookLast = 0;

  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {InboxApi} world.mail
   * @param {import("./sorter.js").Sorter} world.sorter
   * @param {import("../store.js").Stored<string[]>} world.seen accounts whose inbox the host has seen
   * @param {import("../store.js").Stored<Record<string, string>>} world.met when each account was first noticed (ISO 8601)
   * @param {import("./checkpoint.js").Checkpoint} world.checkpoint how far judging has come, where the host no longer knows
   * @param {import("../journal/outbox.js").Outbox} world.outbox
   * @param {(error: any) => void} world.onTrouble
   * @param {{setTimeout: Function, clearTimeout: Function}} [world.timers]
   * @param {() => number} [world.clock] milliseconds
   */
  constructor({ request, mail, sorter, seen, met, checkpoint, outbox, onTrouble, timers = globalThis, clock = Date.now }) {
    this.request = request;
    this.mail = mail;
    this.sorter = sorter;
    this.seen = seen;
    this.met = met;
    this.checkpoint = checkpoint;
    this.outbox = outbox;
    this.onTrouble = onTrouble;
    this.timers = timers;
    this.clock = clock;
  }

  /** Looks through the inboxes of all accounts, or of one. Rejects when the host is gone, or cannot tell. @param {string} [account] */
  look(account) {
    const looked = this.#turn.then(async () => {
      for (const inbox of await this.mail.inboxes(account)) {
        const begun = this.clock();
        await this.#compare(inbox);
        this.#tookLast = this.clock() - begun;
      }
    });
    this.#turn = looked.catch(() => undefined); // the caller has the error
    return looked;
  }

  /**
   * Before the first mail of a new account is judged, its inbox has to be looked at: the host takes all that is in it for old when it first sees it.
   * @param {string} account
   */
  async meet(account) {
    if (!(await this.seen.get()).includes(account)) {
      await this.look(account);
    }
  }

  /**
   * An inbox may have changed. Only its number of messages says that one has come or gone; reading one does not matter.
   * @param {Inbox} inbox @param {number} [count]
   */
  changed({ accountId, path }, count) {
    const key = `${accountId} ${path}`;
    if (count !== undefined && this.#counts.get(key) === count) {
      return;
    }
    if (count !== undefined) {
      this.#counts.set(key, count);
    }
    this.timers.clearTimeout(this.#planned.get(accountId));
    this.#planned.set(accountId, this.timers.setTimeout(() => {
      this.#planned.delete(accountId);
      this.look(accountId).then(() => this.sorter.drain()).catch(this.onTrouble);
    }, Math.max(CALM, REST * this.#tookLast)));
  }

  /**
   * An account is there. What its inbox holds at this moment is from before Tripostal, and rests, however long Thunderbird takes to download it.
   * @param {string} account
   */
  async notice(account) {
    const met = await this.met.update(known => account in known ? known : { ...known, [account]: new Date(this.clock()).toISOString() });
    return met[account];
  }

  /** The host has forgotten what it knew: what the inboxes hold now rests, as at the very first look. */
  async beginAnew() {
    await this.met.update(() => ({}));
    await this.seen.update(() => []);
    await this.checkpoint.forget();
  }

  /** @param {Inbox} inbox */
  async #compare(inbox) {
    const account = inbox.accountId;
    const since = await this.notice(account);
    const isNew = !(await this.seen.get()).includes(account);
    const present = await this.mail.messagesIn(inbox);
    const { until, since: dealtWith } = await this.checkpoint.of(account);
    const { unknown, ambiguous, lost } = await this.request("inbox/compare", {
      account, complete: true, ...isNew ? { since } : until ? { judgedUntil: until } : {},
      messages: present.map(({ headerMessageId, date }) => ({ headerMessageId, date: isoSeconds(date) })) });
    const unclear = ambiguous.map((/** @type {number} */ place) => present[place]);
    const resolved = unclear.length > 0 ? await this.#resolve(account, unclear) : [];
    await this.seen.update(accounts => accounts.includes(account) ? accounts : [...accounts, account]);
    const missed = [...unknown.map((/** @type {number} */ place) => present[place]), ...resolved];
    const rest = lost ? missed.filter(({ headerMessageId }) => dealtWith.has(headerMessageId)) : [];
    if (rest.length > 0) {
      await this.#tellToRest(account, rest);
    }
    const waiting = missed.filter(header => !rest.includes(header));
    if (waiting.length > 0) {
      await this.sorter.take(account, inbox.path, waiting, true);
    } else if (!await this.sorter.hasNewsOf(account)) {
      await this.checkpoint.reached(account);
    }
  }

  /** The host's journal was lost, and these were dealt with shortly before: they stay. @param {string} account @param {any[]} headers */
  async #tellToRest(account, headers) {
    const messages = await Promise.all(headers.map(async header =>
      ({ headerMessageId: header.headerMessageId, received: await this.mail.headers(header).then(topmostReceived, () => "") })));
    await this.outbox.add("messages/filed", { account, intoInbox: true, messages });
    await this.outbox.flush();
  }

  /**
   * What the Message-ID alone does not tell: the topmost Received field says which copy of a message it is, and when it came.
   * @param {string} account @param {any[]} copies
   */
  async #resolve(account, copies) {
    const messages = await Promise.all(copies.map(async header => ({
      headerMessageId: header.headerMessageId,
      date: isoSeconds(header.date),
      // A message that has gone meanwhile has no field, and is not found later.
      received: await this.mail.headers(header).then(topmostReceived, () => ""),
    })));
    const { unknown } = await this.request("inbox/compare", { account, complete: false, messages });
    return unknown.map((/** @type {number} */ place) => copies[place]);
  }
}
