import { bareAddress, recipientList } from "../addresses.js";

/** @param {any} recipient an address as text, or an entry of an address book */
const who = recipient => typeof recipient === "string" ? bareAddress(recipient) : `${recipient.type} ${recipient.id}`;

/**
 * Hides the recipients from each other: all of To and Cc go to Bcc (CCI), behind those who are there already. To stays empty;
 * Thunderbird then writes "undisclosed-recipients".
 * @param {{to?: any, cc?: any, bcc?: any}} details of the compose window
 * @returns {{to: any[], cc: any[], bcc: any[]}} what to set
 */
export function moveToBcc(details) {
  return { to: [], cc: [], bcc: once([details.bcc, details.to, details.cc].flatMap(recipientList), new Set()) };
}

/**
 * Those who would get only a copy become those to whom it is written.
 * @param {{cc?: any}} details of the compose window
 * @returns {{to: any[], cc: any[]}} what to set
 */
export function moveToTo({ cc }) {
  return { to: recipientList(cc), cc: [] };
}

/**
 * Names everybody once: where they are named first, To before Cc before Bcc.
 * @param {{to?: any, cc?: any, bcc?: any}} details of the compose window
 * @returns {{to: any[], cc: any[], bcc: any[]}} what to set
 */
export function nameOnce({ to, cc, bcc }) {
  const seen = new Set();
  return { to: once(recipientList(to), seen), cc: once(recipientList(cc), seen), bcc: once(recipientList(bcc), seen) };
}

/** @param {any[]} recipients @param {Set<string>} seen */
function once(recipients, seen) {
  return recipients.filter(recipient => !seen.has(who(recipient)) && seen.add(who(recipient)));
}
