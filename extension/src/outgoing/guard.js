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
 * A message that could not be checked goes, and the user is told; unless the organisation has decided that it stays.
 */
export class Guard {
  /**
   * @param {object} world
   * @param {(tabId: number, details: object) => Promise<{findings: Finding[], silenced: Finding[]}>} world.examine
   * @param {import("./reviews.js").Reviews} world.reviews
   * @param {import("./policy.js").Policy} world.policy
   * @param {(tabId: number, details: any, error: Error) => Promise<void>} world.onUnchecked
   * @param {(error: Error) => string} world.reason why it could not be checked, as a word
   * @param {{setTimeout: Function, clearTimeout: Function}} [world.timers]
   */
  constructor({ examine, reviews, policy, onUnchecked, reason, timers = globalThis }) {
    this.examine = examine;
    this.reviews = reviews;
    this.policy = policy;
    this.onUnchecked = onUnchecked;
    this.reason = reason;
    this.timers = timers;
  }

  /**
   * For compose.onBeforeSend.
   * @param {{id: number}} tab @param {object} details
   * @returns {Promise<{cancel?: boolean}>}
   */
  async beforeSend(tab, details) {
    try {
      const { findings, silenced, approved } = await this.#inTime(this.#examined(tab.id, details));
      if (approved || !holds(findings)) {
        await this.reviews.close(tab.id);
        return {};
      }
      await this.reviews.remember(tab.id, { findings, silenced, mode: "sendNow", asking: true });
      return { cancel: true };
    } catch (error) {
      return this.#unchecked(tab.id, details, /** @type {Error} */ (error));
    }
  }

  /**
   * @param {number} tabId @param {object} details @param {Error} error
   * @returns {Promise<{cancel?: boolean}>}
   */
  async #unchecked(tabId, details, error) {
    if (this.policy.decided.noHostNoSend) {
      // Where even this cannot be remembered, the message stays, and the console has to do.
      await this.reviews.remember(tabId, { findings: [], mode: "sendNow", asking: true, unchecked: this.reason(error) })
        .catch((/** @type {Error} */ reason) => console.error("Tripostal: could not say why a message was kept:", reason));
      return { cancel: true };
    }
    // Telling must not keep the message either.
    this.onUnchecked(tabId, details, error).catch(reason => console.error("Tripostal: could not tell of an unchecked send:", reason));
    return {};
  }

  /**
   * What there is to say that the user has not said yes to.
   * @param {number} tabId @param {object} details
   */
  async #examined(tabId, details) {
    if (await this.reviews.takeApproval(tabId)) {
      return { findings: [], silenced: [], approved: true };
    }
    const { findings, silenced } = await this.examine(tabId, details);
    return { findings: await this.reviews.unaccepted(tabId, findings), silenced, approved: false };
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
