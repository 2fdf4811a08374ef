import { HostError, HostTimeout } from "../host/rpc.js";
import { holds } from "./verdict.js";

/** @typedef {import("./verdict.js").Finding} Finding */

/** How long a send may be kept waiting for a verdict. Milliseconds. */
export const PATIENCE = 2_000;

/** The verdict took longer than a sender should wait. */
export class TooSlow extends Error {
  constructor() {
    super(`no verdict within ${PATIENCE} ms`);
    this.name = "TooSlow";
  }
}

/**
 * Stands at the door: decides, when Send was pressed, whether a message goes or is held. While it thinks, Thunderbird keeps the
 * compose window locked, for good if it fails; therefore it never rejects, never waits for a person, and has a clock of its own.
 * A message that could not be checked goes, and the user is told.
 */
export class Guard {
  /**
   * @param {object} world
   * @param {(tabId: number, details: object) => Promise<Finding[]>} world.judge
   * @param {import("./reviews.js").Reviews} world.reviews
   * @param {(tabId: number, details: any, error: Error) => Promise<void>} world.onUnchecked
   * @param {{setTimeout: Function, clearTimeout: Function}} [world.timers]
   */
  constructor({ judge, reviews, onUnchecked, timers = globalThis }) {
    this.judge = judge;
    this.reviews = reviews;
    this.onUnchecked = onUnchecked;
    this.timers = timers;
  }

  /**
   * For compose.onBeforeSend.
   * @param {{id: number}} tab @param {object} details
   * @returns {Promise<{cancel?: boolean}>}
   */
  async beforeSend(tab, details) {
    try {
      const findings = await this.#inTime(this.#findings(tab.id, details));
      if (!holds(findings)) {
        await this.reviews.forget(tab.id);
        return {};
      }
      await this.reviews.remember(tab.id, { findings, mode: "sendNow", asking: true });
      return { cancel: true };
    } catch (error) {
      // Telling must not keep the message either.
      this.onUnchecked(tab.id, details, /** @type {Error} */ (error))
        .catch(reason => console.error("Tripostal: could not tell of an unchecked send:", reason));
      return {};
    }
  }

  /**
   * None where the user has said: send it anyway.
   * @param {number} tabId @param {object} details
   */
  async #findings(tabId, details) {
    return await this.reviews.takeApproval(tabId) ? [] : this.judge(tabId, details);
  }

  /**
   * @template T
   * @param {Promise<T>} decision
   * @returns {Promise<T>}
   */
  async #inTime(decision) {
    /** @type {any} */
    let timer;
    const clock = new Promise((_, reject) => { timer = this.timers.setTimeout(() => reject(new TooSlow()), PATIENCE); });
    try {
      return await Promise.race([decision, /** @type {Promise<T>} */ (clock)]);
    } finally {
      this.timers.clearTimeout(timer);
      decision.catch(() => undefined); // when the clock won, the reason that comes later is of no use
    }
  }
}

/**
 * Why a send went unchecked, as a word that the pages have a sentence for.
 * @param {Error} error @param {import("../host/state.js").Kind} kind the state of the host
 */
export function uncheckedReason(error, kind) {
  if (error instanceof TooSlow) {
    return kind === "ready" || kind === "connecting" ? "slow" : kind;
  }
  if (error instanceof HostTimeout) {
    return "hanging";
  }
  if (error instanceof HostError && kind !== "other-version") {
    return "failed";
  }
  return kind === "ready" || kind === "connecting" ? "failed" : kind;
}
