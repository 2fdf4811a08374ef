/** Longer than any move takes; a call of Thunderbird's that has not come back by then never will. Milliseconds. */
const PATIENCE = 60_000;

/** Thunderbird did not answer. Seen with moves that met a refresh of the same folder; what was asked may have been done all the same. */
export class Unanswered extends Error {
  /** @param {string} call @param {number} milliseconds */
  constructor(call, milliseconds) {
    super(`Thunderbird did not answer ${call} within ${milliseconds} ms`);
    this.name = "Unanswered";
  }
}

/**
 * The same functions, each of which rejects with Unanswered where Thunderbird keeps silent, so that one call cannot hold up all mail for good.
 * @template {Record<string, (...args: any[]) => Promise<any>>} T
 * @param {T} api
 * @param {{setTimeout: Function, clearTimeout: Function}} [timers]
 * @returns {T}
 */
export function patient(api, timers = globalThis) {
  return /** @type {T} */ (Object.fromEntries(Object.entries(api).map(([name, call]) =>
    [name, async (/** @type {any[]} */ ...args) => within(PATIENCE, call.apply(api, args), name, timers)])));
}

/**
 * What the promise gives; rejects with Unanswered where that takes longer.
 * @template T
 * @param {number} milliseconds @param {Promise<T>} promise @param {string} [what] @param {{setTimeout: Function, clearTimeout: Function}} [timers]
 * @returns {Promise<T>}
 */
export async function within(milliseconds, promise, what = "what was asked", timers = globalThis) {
  /** @type {any} */
  let timer;
  const clock = new Promise((_, reject) => { timer = timers.setTimeout(() => reject(new Unanswered(what, milliseconds)), milliseconds); });
  try {
    return await Promise.race([promise, clock]);
  } finally {
    timers.clearTimeout(timer);
  }
}
