import { bareAddress, recipientList } from "../addresses.js";

/**
 * Adds those whom the original was between and whom the answer leaves out: who was in To comes to To, who was in Cc to Cc, the author to To.
 * @param {{from?: any, to?: any, cc?: any, bcc?: any}} details of the compose window
 * @param {{author: string, recipients: string[], ccList: string[]}} original
 * @param {string[]} own one's own addresses, in lower case, which are never added
 * @returns {{to: any[], cc: any[]}} what to set
 */
export function replyToAll(details, original, own) {
  const reached = new Set([...own, ...[details.from, details.to, details.cc, details.bcc].flatMap(recipientList)
    .filter(recipient => typeof recipient === "string").map(bareAddress)]);
  const missing = (/** @type {string[]} */ people) => people.filter(person => {
    const address = bareAddress(person);
    return address !== "" && !reached.has(address) && reached.add(address);
  });
  return {
    to: [...recipientList(details.to), ...missing([original.author, ...original.recipients ?? []])],
    cc: [...recipientList(details.cc), ...missing(original.ccList ?? [])],
  };
}
