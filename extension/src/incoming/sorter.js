import { HostError, HostGone, HostTimeout } from "../host/rpc.js";
import { Failure, failed } from "./failure.js";
import { judge } from "./judge.js";
import { dueAgain, isWorthAnotherTry, nextDue, settle } from "./left.js";
import { perform } from "./perform.js";
import { enqueue, isLeft, keyOf, MOST_TRIES, nextBatch, putBack, withoutStaleNumbers } from "./queue.js";
import { appliedNote, shownRecord } from "./record.js";
import { topmostReceived } from "./received.js";
import { isoSeconds } from "./wire.js";

/**
 * @typedef {import("./queue.js").Entry} Entry
 * @typedef {import("./judge.js").Decision} Decision
 * @typedef {import("./record.js").Outcome} Outcome
 * @typedef {{entry: Entry, header: any, headers: any, known: object[], unreadable?: Error}} Held
 */

const DECISIONS_KEPT = 50;

/**
 * From a new message to a message that lies where it belongs. A message is written down before anything is asked about it,
 * and struck off only when its decision has been carried out or it is gone; so what comes while the host is missing, or is under way when
 * Thunderbird ends, is judged later. What was carried out is written down for the host's journal, which knows each copy that was ever judged:
 * so a message that is reported twice is dealt with once, and what the user moved back stays.
 *
 * While Tripostal is switched off, mail is judged too and what would have been done is shown, so that the user sees what switching on would
 * mean. The journal gets no entry then, since nothing was done and nothing could be taken back; it only learns that the copy has been looked at. Otherwise all
 * mail that came meanwhile would be unknown to it, and would start to move at the moment of switching on.
 */
export class Sorter {
  /** @type {Promise<void> | null} */
  #draining = null;
  #again = false;
  /** @type {Set<string>} copies dealt with in this session: a look into the inbox may have begun before they were. */
  #finished = new Set();

  /**
   * @param {object} world
   * @param {import("../host/connection.js").HostConnection} world.host
   * @param {import("./perform.js").MailApi & {find: Function, headers: Function, parts: Function, hasAccount: (id: string) => Promise<boolean>}} world.mail
   * @param {import("./folders.js").Folders} world.folders
   * @param {import("./known.js").AddressBooks} world.books
   * @param {(held: any[]) => Promise<object[]>} [world.sentAbout] what the user's sent mail tells of messages
   * @param {import("../journal/outbox.js").Outbox} world.outbox
   * @param {import("../store.js").Stored<Entry[]>} world.queue
   * @param {import("../store.js").Stored<any[]>} world.decisions
   * @param {import("./checkpoint.js").Checkpoint} world.checkpoint
   * @param {() => Promise<string>} world.session names this session of Thunderbird
   * @param {(error?: any) => void} [world.onTrouble] why judging waits, when that is not the connection; without a reason: it goes on
   * @param {(when: number) => void} [world.planAgain] drains again at this moment (milliseconds), also where the page is stopped meanwhile
   * @param {() => Date} [world.now]
   */
  constructor({ host, mail, folders, books, sentAbout, outbox, queue, decisions, checkpoint, session, onTrouble = () => undefined, planAgain = () => undefined, now = () => new Date() }) {
    this.host = host;
    this.mail = mail;
    this.folders = folders;
    this.books = books;
    this.sentAbout = sentAbout;
    this.outbox = outbox;
    this.queue = queue;
    this.decisions = decisions;
    this.checkpoint = checkpoint;
    this.session = session;
    this.onTrouble = onTrouble;
    this.planAgain = planAgain;
    this.now = now;
  }

  /**
   * Takes in messages that have just come. Resolves when they are written down.
   * @param {string} account @param {string} folder its path @param {any[]} headers
   * @param {boolean} [compared] the host does not know them
   */
  async take(account, folder, headers, compared = false) {
    const session = await this.session();
    const arrived = headers.map(({ headerMessageId, id }) => ({ account, folder, headerMessageId, id, session, compared, tries: 0 }))
      .filter(entry => !this.#finished.has(keyOf(entry)));
    await this.queue.update(waiting => enqueue(withoutStaleNumbers(waiting, session), arrived));
  }

  /** Judges what waits. One at a time: a call while it runs makes it look once more. Never rejects. */
  drain() {
    this.#again = true;
    this.#draining ??= this.#drain();
    return this.#draining;
  }

  /** Whether mail of this account waits that was never judged. @param {string} account */
  async hasNewsOf(account) {
    return (await this.queue.get()).some(entry => entry.account === account && !isLeft(entry));
  }

  /** Something has changed that may let what was left be dealt with: it is tried again. */
  async changed() {
    const waiting = await this.queue.get();
    if (waiting.some(isLeft) && !this.#draining) { // what changes meanwhile may be Tripostal's own doing
      await this.queue.update(queue => dueAgain(queue, this.now().getTime()));
      await this.drain();
    }
  }

  /** The user has taken these in hand: whatever was to be done with them, it is for the user to say. @param {any[]} headers as they were before */
  async leave(headers) {
    const taken = new Set(headers.map(({ folder, headerMessageId }) => `${folder.accountId} ${folder.path} ${headerMessageId}`));
    if ((await this.queue.get()).length > 0) {
      await this.queue.update(queue => queue.filter(({ account, folder, headerMessageId }) => !taken.has(`${account} ${folder} ${headerMessageId}`)));
    }
  }

  async #drain() {
    try {
      const run = this.now().toISOString();
      const session = await this.session();
      await this.queue.update(waiting => withoutStaleNumbers(waiting, session));
      while (this.#again) {
        this.#again = false;
        await this.#judgeAll(run);
      }
      const due = nextDue(await this.queue.get(), this.now().getTime());
      if (Number.isFinite(due)) {
        this.planAgain(due);
      }
    } finally {
      this.#draining = null; // with nothing awaited since the last look at #again: a call that comes now starts anew
    }
  }

  /** @param {string} run */
  async #judgeAll(run) {
    try {
      const next = async () => nextBatch(await this.queue.get(), this.now().getTime());
      for (let batch = await next(); batch.length > 0; batch = await next()) {
        await this.host.open();
        await this.outbox.flush();
        await this.#handleOrPutBack(batch, run);
        this.onTrouble();
      }
    } catch (error) {
      // The messages stay in the queue; what is wrong is shown, and this is called again when the host is ready.
      console.warn("Tripostal: judging waits:", error);
      this.onTrouble(error);
    }
  }

  /**
   * Where Thunderbird keeps silent over these, or refuses to say, the others go first; what was done all the same will be found gone. Mail of an account
   * that was removed is nobody's business any more.
   * @param {Entry[]} batch @param {string} run
   */
  async #handleOrPutBack(batch, run) {
    const [{ account }] = batch;
    try {
      if (await this.mail.hasAccount(account)) {
        await this.#handle(batch, run);
        return;
      }
    } catch (error) {
      if (error instanceof HostError || error instanceof HostGone || error instanceof HostTimeout) {
        throw error;
      }
      console.warn("Tripostal:", error);
      if (await this.mail.hasAccount(account)) {
        const given = batch.filter(({ tries }) => tries >= MOST_TRIES).map(entry => ({ entry, id: entry.id, reason: "lost-each-time", untold: true }));
        await this.queue.update(queue => given.length > 0 ? settle(queue, given.map(({ entry }) => entry), given, this.now().getTime()) : putBack(queue, batch));
        return;
      }
    }
    await this.queue.update(queue => queue.filter(entry => entry.account !== account));
  }

  /** @param {Entry[]} batch @param {string} run */
  async #handle(batch, run) {
    const [{ account, folder }] = batch;
    const held = await this.#unknown(account, await this.#holdAll(batch));
    const decided = await this.#judge(account, folder, held, batch);
    const outcomes = await this.#act(account, held, decided);
    // What was left once and is left again is in the journal already.
    const news = held.map((_, index) => index).filter(index => !isLeft(held[index].entry) || outcomes[index].outcome !== "failed");
    if (news.length > 0) {
      const applied = news.map(index => appliedNote({ ...held[index], folder }, decided[index], outcomes[index]));
      await this.outbox.add("messages/applied", { account, run, applied: await Promise.all(applied) });
    }
    await this.checkpoint.passed(account, batch.map(({ headerMessageId }) => headerMessageId));
    await this.#show(held, decided, outcomes);
    [...batch, ...held.map(({ entry, header }) => ({ ...entry, id: header.id }))].forEach(entry => this.#finished.add(keyOf(entry)));
    const left = held.map(({ entry, header }, index) => ({ entry, id: header.id, ...outcomes[index] })).filter(isWorthAnotherTry);
    await this.queue.update(queue => settle(queue, batch, left, this.now().getTime()));
    await this.outbox.flush();
  }

  /**
   * The messages themselves, without those that are gone. Two entries never stand for the same copy.
   * @param {Entry[]} batch
   */
  async #holdAll(batch) {
    const taken = new Set((await this.queue.get()).map(({ id }) => id));
    const held = [];
    for (const entry of batch) {
      const header = await this.mail.find(entry, entry.id, taken);
      if (header) {
        taken.add(header.id);
        held.push(this.#read(entry, header));
      }
    }
    return (await Promise.all(held)).filter(found => found !== null);
  }

  /**
   * @param {Entry} entry @param {any} header
   * @returns {Promise<Held | null>}
   */
  async #read(entry, header) {
    const known = await this.books.of(header.author);
    try {
      return { entry, header, headers: await this.mail.headers(header), known };
    } catch (error) {
      // Between the two looks it may have gone; if it is still there, it cannot be read, and that is told.
      return await this.mail.find(entry, header.id, new Set()) ? { entry, header, headers: {}, known, unreadable: /** @type {Error} */ (error) } : null;
    }
  }

  /**
   * Without those that were judged before: Thunderbird may report mail again after a restart; and without those that were there before Tripostal: of an
   * account that was just added, it reports all that is unread.
   * @param {string} account @param {Held[]} held
   */
  async #unknown(account, held) {
    const asked = held.filter(({ entry }) => !entry.compared);
    if (asked.length === 0) {
      return held;
    }
    const { unknown } = await this.host.request("inbox/compare", { account, complete: false, messages: asked.map(({ header, headers }) =>
      ({ headerMessageId: header.headerMessageId, date: isoSeconds(header.date), received: topmostReceived(headers) })) });
    const fresh = new Set(unknown.map((/** @type {number} */ place) => asked[place]));
    return held.filter(one => one.entry.compared || fresh.has(one));
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
        partsOf: header => this.mail.parts(header), sentAbout: this.sentAbout,
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
   * @param {string} account @param {Held[]} held @param {(Decision | Error)[]} decided
   * @returns {Promise<Outcome[]>}
   */
  async #act(account, held, decided) {
    const { active } = this.host.state;
    const tasks = held.map(({ entry, header }, index) => ({ header, decision: decided[index], again: isLeft(entry) }));
    const doable = tasks.filter(({ decision }) => active && !(decision instanceof Error))
      .map(({ header, decision, again }) => ({ header, actions: /** @type {Decision} */ (decision).actions, again }));
    const results = await perform(this, account, doable);
    return tasks.map(({ decision }) => decision instanceof Error ? failed(decision)
      : active ? /** @type {Outcome} */ (results.shift()) : { outcome: "would" });
  }

  /**
   * Shows what was done and why. Messages that no rule spoke of are not listed.
   * @param {Held[]} held @param {(Decision | Error)[]} decided @param {Outcome[]} outcomes
   */
  async #show(held, decided, outcomes) {
    const records = held.map(({ entry, header }, index) => shownRecord(entry, header, decided[index], outcomes[index], this.now()));
    const again = new Set(held.filter(({ entry }) => isLeft(entry)).map(({ entry: { account, headerMessageId } }) => `${account} ${headerMessageId}`));
    const isTriedAgain = (/** @type {any} */ { account, headerMessageId }) => again.has(`${account} ${headerMessageId}`);
    if (again.size > 0 || records.some(isWorthShowing)) {
      await this.decisions.update(list => {
        const same = (/** @type {any} */ record) => isTriedAgain(record) && list.some(old => isSameFailure(old, record));
        const fresh = records.filter(record => isWorthShowing(record) && !same(record));
        const stands = list.filter(old => old.outcome !== "failed" || !isTriedAgain(old) || records.some(record => isSameFailure(old, record)));
        return [...fresh.reverse(), ...stands].slice(0, DECISIONS_KEPT);
      });
    }
  }
}

/** @param {any} record */
function isWorthShowing({ outcome, actions }) {
  return outcome === "failed" || actions.length > 0;
}

/** The same message was left for the same reason; what Thunderbird says of it may have other numbers in it each time. @param {any} one @param {any} other */
function isSameFailure(one, other) {
  return one.outcome === "failed" && ["account", "headerMessageId", "outcome", "reason", "value", ...one.reason ? [] : ["error"]].every(name => one[name] === other[name]);
}
