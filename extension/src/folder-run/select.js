import { shownPath } from "../space/groups.js";

/**
 * @typedef {import("../incoming/plan.js").Action & {matched?: {field: string, value: string}[]}} Action
 * @typedef {{actions: Action[]}} Decision
 * @typedef {import("./job.js").What} What
 */

const ROUTE_FIELDS = ["from", "fromDomain", "list", "listId"];

/**
 * What of a decision is meant.
 * @param {What} what
 * @param {Decision} decision by the rules, or, where something is tried out, by what would be in force then
 * @param {Decision} [inForce] where something is tried out: what the rules say as they are
 * @returns {Action[]} none where the message is not touched
 */
export function selected({ pack, rule, route, trial }, decision, inForce) {
  const { actions } = decision;
  if (trial) {
    return inForce && same(actions, inForce.actions) ? [] : moving(actions);
  }
  if (route) {
    return actions.filter(({ type, matched = [] }) => type === "file-into"
      && matched.some(({ field, value }) => ROUTE_FIELDS.includes(field) && namesRoute(field, value).includes(route)));
  }
  return actions.filter(action => (!pack || action.pack === pack) && (!rule || action.rule === rule));
}

/** How a route names what matched. @param {string} field @param {string} value */
function namesRoute(field, value) {
  return field === "fromDomain" ? [`@${value}`] : field === "listId" ? [`<${value}>`] : [value];
}

/** What is different may be that nothing is done any more; then the message is not touched. @param {Action[]} actions */
function moving(actions) {
  return actions.filter(({ type }) => type !== "keep");
}

/** @param {Action[]} one @param {Action[]} other */
function same(one, other) {
  const told = (/** @type {Action[]} */ actions) => JSON.stringify(actions.map(({ type, folder, tag }) => [type, folder, tag]));
  return told(one) === told(other);
}

/**
 * Whether it lies already where it is to go, so that nothing is left to do.
 * @param {Action[]} actions @param {string} folder the path of the folder that it lies in
 * @param {{junk?: boolean, flagged?: boolean, read?: boolean}} header
 */
export function isSettled(actions, folder, header) {
  return actions.every(({ type, folder: target }) =>
    type === "keep" || type === "notify"
    || (type === "file-into" && target === shownPath(folder))
    || (type === "mark-not-junk" && header.junk === false)
    || (type === "flag" && header.flagged === true)
    || (type === "mark-read" && header.read === true));
}
