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

/** So many messages of a thread are looked for. */
const MOST_EARLIER = 10;

/**
 * The user's own earlier messages in the thread that is answered: with whom it was between two already.
 * @param {{headers: Record<string, string[]>}} original as `originalOf` gives it
 * @param {object} mail
 * @param {() => Promise<{id: string}[]>} mail.sent the folders of sent mail
 * @param {(query: {folderId: string, headerMessageId: string}) => Promise<{messages: any[]}>} mail.query
 * @returns {Promise<{recipients: string[], ccList: string[], bccList: string[]}[]>}
 */
export async function earlierOf({ headers }, { sent, query }) {
  const ids = [...headers.references ?? [], ...headers["in-reply-to"] ?? []].join(" ").match(/[^<>\s]+@[^<>\s]+/g) ?? [];
  const folders = await sent();
  const wanted = [...new Set(ids)].slice(-MOST_EARLIER).flatMap(headerMessageId => folders.map(({ id }) => ({ folderId: id, headerMessageId })));
  const found = (await Promise.all(wanted.map(query))).flatMap(({ messages }) => messages);
  return found.map(({ recipients, ccList, bccList }) => ({ recipients, ccList, bccList }));
}

/**
 * One's own addresses, in lower case.
 * @param {{identities: {email: string}[]}[]} accounts
 */
export function ownAddresses(accounts) {
  return accounts.flatMap(({ identities }) => (identities ?? []).map(({ email }) => email.toLowerCase()));
}
