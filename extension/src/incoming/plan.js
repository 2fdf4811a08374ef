import { Failure } from "./failure.js";

/**
 * @typedef {{type: string, folder?: string, tag?: string, text?: string, pack: string, rule: string, because: string}} Action
 * @typedef {{junk?: boolean, flagged?: boolean, read?: boolean}} Marks as messages.update takes them
 *
 * @typedef {object} Plan what to do with one message, in Thunderbird's terms
 * @property {Marks} marks
 * @property {string[]} tags the names of tags to add
 * @property {string | null} moveTo a folder's path below the account's root
 * @property {boolean} moveToJunk to the account's junk folder, wherever that is
 * @property {string[]} notices texts for the user
 */

/**
 * Turns the actions of a decision into one plan. An unknown action spoils the whole: half a decision is not what the
 * rules said.
 * @param {Action[]} actions
 * @returns {Plan}
 */
export function planFor(actions) {
  /** @type {Plan} */
  const plan = { marks: {}, tags: [], moveTo: null, moveToJunk: false, notices: [] };
  for (const action of actions) {
    const carry = CARRIES[action.type];
    if (!carry) {
      throw new Failure("unknown-action", action.type);
    }
    carry(plan, action);
  }
  return plan;
}

/** @type {Record<string, (plan: Plan, action: any) => void>} */
const CARRIES = {
  "file-into": (plan, { folder }) => { plan.moveTo = folder; },
  "mark-junk": plan => { plan.marks.junk = true; plan.moveToJunk = true; },
  "mark-not-junk": plan => { plan.marks.junk = false; },
  "add-tag": (plan, { tag }) => { plan.tags.push(tag); },
  "flag": plan => { plan.marks.flagged = true; },
  "mark-read": plan => { plan.marks.read = true; },
  "keep": () => {},
  "notify": (plan, { text }) => { plan.notices.push(text); },
};
