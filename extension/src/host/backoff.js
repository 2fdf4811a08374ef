const FIRST = 1_000;
const LONGEST = 60_000;
/** A program that was never there will hardly appear by itself; the user has a button for when it does. */
const LONGEST_IF_NEVER_STARTED = 300_000;

/**
 * How long to wait before trying to connect again: doubling, capped, and spread by up to a quarter either way so that
 * a fault that comes back at a fixed time is not met each time anew.
 * @param {number} attempt 0 for the first time after a failure
 * @param {string} kind the state that the failure led to
 * @param {() => number} [random] between 0 and 1
 * @returns {number} milliseconds
 */
export function delayBefore(attempt, kind, random = Math.random) {
  const cap = kind === "never-started" ? LONGEST_IF_NEVER_STARTED : LONGEST;
  const delay = Math.min(cap, FIRST * 2 ** Math.min(attempt, 20));
  return Math.round(delay * (0.75 + random() / 2));
}
