import { bareAddress, recipientList } from "../addresses.js";

/**
 * Hides the recipients from each other: all of To and Cc go to Bcc (CCI), behind those who are there already. To stays empty;
 * Thunderbird then writes "undisclosed-recipients".
 * @param {{to?: any, cc?: any, bcc?: any}} details of the compose window
 * @returns {{to: any[], cc: any[], bcc: any[]}} what to set
 */
export function moveToBcc(details) {
  const seen = new Set();
  const bcc = [details.bcc, details.to, details.cc].flatMap(recipientList).filter(recipient => {
    const who = typeof recipient === "string" ? bareAddress(recipient) : `${recipient.type} ${recipient.id}`;
    return !seen.has(who) && seen.add(who);
  });
  return { to: [], cc: [], bcc };
}
