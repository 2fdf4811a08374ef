/**
 * @typedef {object} What which decisions of the rules are meant; without any of them: all
 * @property {string} [pack] only what this pack says
 * @property {string} [rule] only what this rule says
 * @property {string} [route] only what the route of this sender says: an address, `@domain` or `<list>`
 * @property {Trial} [trial] only what would be different if this were in force
 *
 * @typedef {{routes?: {from: string, folder: string}[], settings?: Record<string, string>, pack?: string, name?: string}} Trial routes, settings and a pack (by its
 *   checksum; `name` is for people) that are tried out before they are saved
 *
 * @typedef {"running" | "paused" | "waiting" | "done" | "cancelled" | "failed"} State `waiting`: for the program or the network; it goes on by itself
 *
 * @typedef {object} Job a folder that is looked through, or sorted
 * @property {string} id
 * @property {"preview" | "sort"} kind
 * @property {string} account
 * @property {string} folder its path
 * @property {What} what
 * @property {State} state
 * @property {string} reason why it is waiting, paused or failed: a name that the pages have a sentence for, or empty
 * @property {string} detail what Thunderbird or the program said of it
 * @property {number | null} total how many messages there are to look at; null while they are being listed
 * @property {number} looked how many were looked at
 * @property {number} touched how many something was done with, or would be
 * @property {number} failed how many could not be judged or moved, and were left where they are
 * @property {Place | null} place up to where it has come: what is older has been dealt with
 * @property {number} hostMs how long the program was waited for, in milliseconds
 * @property {number} spentMs how long it worked in all, in milliseconds
 * @property {string} begunAt @property {string} endedAt ISO 8601
 *
 * @typedef {{date: number, headerMessageId: string}} Place
 */

/** Jobs that were finished and are still shown. */
const MOST_KEPT = 10;

/**
 * @param {{id: string, kind: "preview" | "sort", account: string, folder: string, what?: What}} of @param {Date} now
 * @returns {Job}
 */
export function newJob({ id, kind, account, folder, what = {} }, now) {
  return { id, kind, account, folder, what, state: "running", reason: "", detail: "", total: null, looked: 0, touched: 0, failed: 0, place: null,
    hostMs: 0, spentMs: 0, begunAt: now.toISOString(), endedAt: "" };
}

/** @param {Job} job */
export function isOver({ state }) {
  return state === "done" || state === "cancelled" || state === "failed";
}

/**
 * Puts a job into the list, newest first; the oldest that are over leave it.
 * @param {Job[]} jobs @param {Job} job
 */
export function kept(jobs, job) {
  const others = jobs.filter(({ id }) => id !== job.id);
  const places = jobs.some(({ id }) => id === job.id) ? jobs.map(one => one.id === job.id ? job : one) : [job, ...others];
  return places.filter((one, index) => index < MOST_KEPT || !isOver(one));
}

/**
 * Oldest first, so that what comes meanwhile is at the end.
 * @param {{date: Date | string | number, headerMessageId: string}} header
 * @returns {Place}
 */
export function placeOf({ date, headerMessageId }) {
  const time = new Date(date).getTime();
  return { date: Number.isFinite(time) ? time : 0, headerMessageId };
}

/** @param {Place} one @param {Place} other */
export function comparePlaces(one, other) {
  return one.date - other.date || (one.headerMessageId < other.headerMessageId ? -1 : one.headerMessageId > other.headerMessageId ? 1 : 0);
}

/**
 * How far it has come, for people.
 * @param {Job} job
 * @returns {{share: number, perSecond: number, secondsLeft: number | null}} `secondsLeft` is null as long as nothing can be said
 */
export function progress({ total, looked, spentMs }) {
  const perSecond = spentMs > 0 ? looked * 1_000 / spentMs : 0;
  return {
    share: total === null || total === 0 ? 0 : Math.min(1, looked / total),
    perSecond,
    secondsLeft: total === null || perSecond === 0 ? null : Math.max(0, total - looked) / perSecond,
  };
}
