import { toWire } from "../incoming/wire.js";

/**
 * The message that is answered, in the form that the host reads; null where nothing is answered, or where it is not at hand any more.
 * @param {any} details Thunderbird's ComposeDetails
 * @param {object} mail
 * @param {(id: number) => Promise<any>} mail.get
 * @param {(header: any) => Promise<Record<string, string[]>>} mail.headers
 */
export async function originalOf({ type, relatedMessageId }, { get, headers }) {
  if (type !== "reply" || relatedMessageId === undefined) {
    return null;
  }
  try {
    const header = await get(relatedMessageId);
    return toWire(header, await headers(header));
  } catch (error) {
    console.info("Tripostal: the message that is answered cannot be looked at:", error);
    return null;
  }
}

/**
 * One's own addresses, in lower case.
 * @param {{identities: {email: string}[]}[]} accounts
 */
export function ownAddresses(accounts) {
  return accounts.flatMap(({ identities }) => (identities ?? []).map(({ email }) => email.toLowerCase()));
}
