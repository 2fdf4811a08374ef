import { addressees, sifted } from "./silences.js";

/** @typedef {import("./verdict.js").Finding} Finding */

/**
 * What is to be said about a message: what the rules found, as grave as the organisation wants it, without what the user does not want to
 * hear of again.
 */
export class Examiner {
  /**
   * @param {object} world
   * @param {(tabId: number, details: any) => Promise<Finding[]>} world.judge asks the host
   * @param {import("./policy.js").Policy} world.policy
   * @param {import("./silences.js").Silences} world.silences
   * @param {() => Date} [world.now]
   */
  constructor({ judge, policy, silences, now = () => new Date() }) {
    this.judge = judge;
    this.policy = policy;
    this.silences = silences;
    this.now = now;
  }

  /**
   * @param {number} tabId @param {any} details Thunderbird's ComposeDetails
   * @returns {Promise<{findings: Finding[], silenced: Finding[]}>} the gravest first
   */
  async examine(tabId, details) {
    const [found, silences] = await Promise.all([this.judge(tabId, details), this.silences.list(), this.policy.ready]);
    const { findings, silenced } = sifted(this.policy.weighed(found), addressees(details), silences, this.now());
    return { findings: byWeight(findings), silenced };
  }
}

const WEIGHTS = ["block", "ask", "tip"];

/** The gravest first; among equals the order of the rules stays. @param {Finding[]} findings */
export function byWeight(findings) {
  return [...findings].sort((one, other) => WEIGHTS.indexOf(one.severity) - WEIGHTS.indexOf(other.severity));
}
