import { HostError, HostGone, HostTimeout } from "../host/rpc.js";
import { judge } from "../incoming/judge.js";
import { Unanswered } from "../incoming/patience.js";
import { perform } from "../incoming/perform.js";
import { appliedNote } from "../incoming/record.js";
import { comparePlaces, isOver, kept, newJob, placeOf } from "./job.js";
import { isSettled, selected } from "./select.js";
import { Tally } from "./tally.js";

/** @import { Job, What } from "./job.js" */

/** So many are asked about, moved and written down together: a second's work, more or less. */
const BATCH = 200;
/** Reading all headers of a batch at once would keep Thunderbird from everything else. */
const READ_AT_ONCE = 20;

/** Stops a job for a reason that the pages have a sentence for. */
class Halt extends Error {
  /** @param {import("./job.js").State} state @param {string} reason @param {string} [detail] */
  constructor(state, reason, detail = "") {
    super(detail || reason);
    this.state = state;
    this.reason = reason;
  }
}

/** How long the program was waited for. */
class Clock {
  spent = 0;

  /** @template T @param {() => Promise<T>} asking @returns {Promise<T>} */
  async during(asking) {
    const begun = performance.now();
    try {
      return await asking();
    } finally {
      this.spent += performance.now() - begun;
    }
  }
}

/**
 * Looks through whole folders, to say what the rules would do or to do it: a batch at a time, one folder after the other. Up to where it has come is
 * written down after each batch, so that it goes on there whatever happens; what is judged twice is decided alike.
 */
export class FolderRunner {
  /** @type {Promise<void> | null} */
  #working = null;
  /** @type {Map<string, Tally>} what was seen and done in this session */
  #tallies = new Map();

  /**
   * @param {object} world
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {import("../incoming/perform.js").MailApi & {find: Function, messagesIn: Function, headers: Function, parts: Function}} world.mail
   * @param {(account: string, path: string) => Promise<{id: string} | null>} world.folderAt
   * @param {import("../incoming/folders.js").Folders} world.folders
   * @param {import("../incoming/known.js").AddressBooks} world.books
   * @param {import("../journal/outbox.js").Outbox} world.outbox
   * @param {import("../store.js").Stored<Job[]>} world.jobs
   * @param {{get: (key: string) => Promise<any>, set: (values: object) => Promise<void>, remove: (key: string) => Promise<void>}} world.area where long lists are kept
   * @param {() => boolean} [world.online]
   * @param {() => Date} [world.now]
   * @param {() => string} [world.newId]
   */
  constructor({ request, mail, folderAt, folders, books, outbox, jobs, area, online = () => true, now = () => new Date(), newId = () => crypto.randomUUID() }) {
    this.request = request;
    this.mail = mail;
    this.folderAt = folderAt;
    this.folders = folders;
    this.books = books;
    this.outbox = outbox;
    this.jobs = jobs;
    this.area = area;
    this.online = online;
    this.now = now;
    this.newId = newId;
  }

  /**
   * Begins a job; it waits for those before it.
   * @param {{kind: "preview" | "sort", account: string, folder: string, what?: What, previewed?: string}} of `previewed`: the number of the preview whose
   *   messages are meant, and no others
   * @returns {Promise<string>} its number
   */
  async start({ previewed, ...of }) {
    const job = newJob({ id: this.newId(), ...of }, this.now());
    const limit = previewed ? this.#tallies.get(previewed)?.headerMessageIds : undefined;
    if (previewed && !limit) {
      throw new Error("the preview is over");
    }
    if (limit) {
      await this.area.set({ [listKey(job.id)]: limit });
    }
    await this.jobs.update(jobs => kept(jobs, job));
    this.work();
    return job.id;
  }

  /** What a job of this session has seen, or done, so far. @param {string} id */
  seen(id) {
    const tally = this.#tallies.get(id);
    return tally ? { groups: tally.groups, touched: tally.headerMessageIds.length } : null;
  }

  /** @param {string} id @param {"pause" | "resume" | "cancel"} how */
  async control(id, how) {
    const state = /** @type {const} */ ({ pause: "paused", resume: "running", cancel: "cancelled" })[how];
    await this.#change(id, job => isOver(job) ? job : { ...job, state, reason: "", detail: "", endedAt: how === "cancel" ? this.now().toISOString() : "" });
    if (how === "resume") {
      this.work();
    }
  }

  /** Forgets the jobs that are over: they name folders, senders and rules. What is under way stays until it is over. */
  async forget() {
    await this.jobs.update(jobs => jobs.filter(job => !isOver(job)));
    const left = new Set((await this.jobs.get()).map(({ id }) => id));
    [...this.#tallies.keys()].filter(id => !left.has(id)).forEach(id => this.#tallies.delete(id));
  }

  /** The program is there, or the network: what waited for it goes on. What was looked through for show in an earlier session is over. */
  async resume() {
    await this.jobs.update(jobs => jobs.map(job =>
      job.kind === "preview" && !isOver(job) && !this.#tallies.has(job.id) ? { ...job, state: "cancelled" } : job.state === "waiting" ? { ...job, state: "running", reason: "", detail: "" } : job));
    this.work();
  }

  /** Works until nothing is left that can go on. Never rejects. */
  work() {
    this.#working ??= this.#workOff().finally(() => { this.#working = null; });
    return this.#working;
  }

  async #workOff() {
    for (let job = await this.#next(); job; job = await this.#next()) {
      try {
        await this.#run(job);
      } catch (error) {
        await this.#halt(job.id, error);
      }
    }
  }

  /** The oldest that runs. */
  async #next() {
    return (await this.jobs.get()).findLast(({ state }) => state === "running");
  }

  /** @param {string} id @param {(job: Job) => Job} change */
  async #change(id, change) {
    const jobs = await this.jobs.update(all => all.map(job => job.id === id ? change(job) : job));
    return /** @type {Job} */ (jobs.find(job => job.id === id));
  }

  /** @param {string} id @param {any} error */
  async #halt(id, error) {
    console.warn("Tripostal: a folder is not sorted further:", error);
    const away = error instanceof HostGone || error instanceof HostTimeout || error instanceof HostError;
    const halt = error instanceof Halt ? error : away ? new Halt("waiting", "no-host", error.message)
      : error instanceof Unanswered ? new Halt("paused", "thunderbird-silent", error.message) : new Halt("paused", "trouble", String(error?.message ?? error));
    await this.#change(id, job => isOver(job) ? job
      : { ...job, state: halt.state, reason: halt.reason, detail: halt.message, endedAt: halt.state === "failed" ? this.now().toISOString() : "" });
  }

  /** @param {Job} begun */
  async #run(begun) {
    const { id } = begun;
    if (!this.#tallies.has(id)) {
      this.#tallies.set(id, new Tally());
    }
    const listing = performance.now();
    const waiting = await this.#list(begun);
    let job = await this.#change(id, one => ({ ...one, total: one.looked + waiting.length, spentMs: one.spentMs + performance.now() - listing }));
    for (let at = 0; at < waiting.length && job.state === "running"; at += BATCH) {
      job = await this.#batch(job, waiting.slice(at, at + BATCH));
    }
    if (job.state === "running") {
      await this.#change(id, one => isOver(one) ? one : { ...one, state: "done", endedAt: this.now().toISOString() });
    }
    const after = (await this.jobs.get()).find(one => one.id === id);
    if (after && isOver(after)) {
      await this.area.remove(listKey(id));
    }
  }

  /** What is still to be looked at, the oldest first. @param {Job} job */
  async #list({ id, account, folder, place }) {
    const found = await this.folderAt(account, folder);
    if (!found) {
      throw new Halt("failed", "folder-gone", folder);
    }
    const list = (await this.area.get(listKey(id)))[listKey(id)];
    const limit = list ? new Set(list) : null;
    return (await this.mail.messagesIn(found))
      .map((/** @type {any} */ header) => ({ header, at: placeOf(header) }))
      .filter((/** @type {any} */ { header, at }) => (!limit || limit.has(header.headerMessageId)) && (!place || comparePlaces(at, place) > 0))
      .sort((/** @type {any} */ one, /** @type {any} */ other) => comparePlaces(one.at, other.at));
  }

  /**
   * @param {Job} job @param {{header: any, at: import("./job.js").Place}[]} batch
   * @returns {Promise<Job>} as it is now: it may have been paused or cancelled meanwhile
   */
  async #batch(job, batch) {
    if (!this.online()) {
      throw new Halt("waiting", "offline");
    }
    const begun = performance.now();
    const clock = new Clock();
    const { held, unreadable } = await this.#read(job, batch.map(({ header }) => header));
    const decided = await this.#decide(job, held, clock);
    const counts = job.kind === "preview" ? this.#tally(job, held, decided) : await this.#act(job, held, decided, clock);
    return this.#change(job.id, one => ({
      ...one, looked: one.looked + batch.length, touched: one.touched + counts.touched, failed: one.failed + counts.failed + unreadable, place: batch[batch.length - 1].at,
      hostMs: one.hostMs + clock.spent, spentMs: one.spentMs + performance.now() - begun }));
  }

  /**
   * The messages with their headers. One that has gone meanwhile is left out; one that is there and cannot be read is counted.
   * @param {Job} job @param {any[]} headers
   */
  async #read({ account, folder }, headers) {
    const held = [];
    let unreadable = 0;
    for (let at = 0; at < headers.length; at += READ_AT_ONCE) {
      held.push(...await Promise.all(headers.slice(at, at + READ_AT_ONCE).map(async header => {
        const known = await this.books.of(header.author);
        try {
          return { header, headers: await this.mail.headers(header), known };
        } catch (error) {
          if (await this.mail.find({ account, folder, headerMessageId: header.headerMessageId }, header.id)) {
            console.warn(`Tripostal: ${header.headerMessageId} cannot be read:`, error);
            unreadable++;
          }
          return null;
        }
      })));
    }
    return { held: held.filter(one => one !== null), unreadable };
  }

  /**
   * What is to be done with each: no actions where it is not touched, an Error where it could not be judged.
   * @param {Job} job @param {any[]} held @param {Clock} clock
   * @returns {Promise<{decision: any, actions: any[]}[]>}
   */
  async #decide({ account, folder, what }, held, clock) {
    const request = (/** @type {string} */ method, /** @type {object} */ params) => clock.during(() => this.request(method, params));
    const { headerMessageIds } = await request("journal/taken-back", { account, headerMessageIds: held.map(({ header }) => header.headerMessageId) });
    const rested = new Set(headerMessageIds);
    const trial = what.trial;
    const ask = (/** @type {boolean} */ tried) => judge({
      request: (method, params) => request(method, tried && method === "messages/judge" ? { ...params, trial } : params),
      partsOf: header => this.mail.parts(header) }, account, folder, held);
    const decisions = await ask(Boolean(trial));
    const inForce = trial ? await ask(false) : [];
    return held.map(({ header }, index) => {
      const decision = decisions[index];
      const before = inForce[index];
      if (decision instanceof Error || before instanceof Error || rested.has(header.headerMessageId)) {
        return { decision, actions: [] };
      }
      const actions = selected(what, decision, before);
      return { decision, actions: isSettled(actions, folder, header) ? [] : actions };
    });
  }

  /** @param {Job} job @param {any[]} held @param {{decision: any, actions: any[]}[]} decided */
  #tally({ id }, held, decided) {
    const tally = /** @type {Tally} */ (this.#tallies.get(id));
    decided.forEach(({ actions }, index) => actions.length > 0 ? tally.add(held[index].header, actions) : undefined);
    return { touched: decided.filter(({ actions }) => actions.length > 0).length, failed: decided.filter(({ decision }) => decision instanceof Error).length };
  }

  /**
   * @param {Job} job @param {any[]} held @param {{decision: any, actions: any[]}[]} decided @param {Clock} clock
   */
  async #act({ id, account, folder }, held, decided, clock) {
    const tasks = held.map((one, index) => ({ ...one, ...decided[index] })).filter(({ actions }) => actions.length > 0);
    const results = await perform(this, account, tasks.map(({ header, actions }) => ({ header, actions })));
    const failed = results.filter(({ outcome }) => outcome === "failed");
    tasks.forEach(({ header, actions }, index) => results[index].outcome === "done" ? this.#tallies.get(id)?.add(header, actions) : undefined);
    if (tasks.length > 0) {
      const applied = await Promise.all(tasks.map(({ header, headers, decision, actions }, index) =>
        appliedNote({ header, headers, folder }, { ...decision, actions }, results[index])));
      await this.outbox.add("messages/applied", { account, run: id, wholeFolder: true, applied });
      await clock.during(() => this.outbox.flush());
    }
    if (failed.length > 0 && failed.length === tasks.length) {
      // Not this or that message: the server, the folder or the network. Those that are left come when it goes on.
      throw new Halt("paused", "nothing-moves", /** @type {any} */ (failed[0]).error);
    }
    return { touched: tasks.length - failed.length, failed: failed.length + decided.filter(({ decision }) => decision instanceof Error).length };
  }
}

/** @param {string} id */
function listKey(id) {
  return `folderRun.${id}`;
}
