import { isWorthAnotherTry } from "./left.js";
import { deliveryOf, topmostReceived } from "./received.js";

/**
 * @typedef {import("./judge.js").Decision} Decision
 * @typedef {import("./perform.js").Result | {outcome: "would", to?: string}} Outcome
 */

/**
 * What became of a message, in the form that the host's journal takes. Where nothing was carried out there is nothing to enter; the copy counts as
 * looked at all the same.
 * @param {{header: any, headers: any, folder: string}} message `header` as it was before
 * @param {Decision | Error} decision @param {Outcome} outcome
 */
export async function appliedNote({ header, headers, folder }, decision, { outcome, to, ...failure }) {
  const { headerMessageId, author, subject, read, flagged, junk, tags } = header;
  const delivery = decision instanceof Error ? await deliveryOf(topmostReceived(headers)) : decision.delivery;
  const { actions, lost, spam } = decision instanceof Error || outcome === "would" ? { actions: [], lost: [], spam: {} } : decision;
  return {
    headerMessageId, author, subject, delivery,
    from: folder, to: to ?? folder,
    before: { read, flagged, junk, tags },
    decision: { actions, lost, spam, delivery, ...outcome === "failed" ? { failure } : {} },
    outcome: outcome === "failed" ? "failed" : "done",
  };
}

/**
 * The same for the eyes, in the list of what happened last.
 * @param {{account: string, folder: string, headerMessageId: string}} entry @param {{author: string, subject: string}} header
 * @param {Decision | Error} decision @param {Outcome} result @param {Date} at
 */
export function shownRecord({ account, folder, headerMessageId }, { author, subject }, decision, result, at) {
  const { outcome, error, reason, value } = /** @type {any} */ (result);
  const again = isWorthAnotherTry(result) ? { again: true } : {};
  const actions = decision instanceof Error ? [] : decision.actions.map(({ type, folder: to, tag, pack, rule, because }) =>
    ({ type, folder: to, tag, pack, rule, because }));
  return { at: at.toISOString(), account, folder, headerMessageId, author, subject, actions, outcome, error, reason, value, ...again };
}
