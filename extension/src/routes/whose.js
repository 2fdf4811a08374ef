import { bareAddress } from "../outgoing/addresses.js";

/**
 * Whose mail a message can stand for: its sender, the sender's domain, its mailing list.
 * @param {string} author as Thunderbird writes it @param {Record<string, string[]>} headers
 * @returns {{kind: "sender" | "domain" | "list", from: string, shown: string}[]} `from` as a route names it
 */
export function whose(author, headers) {
  const address = bareAddress(author).toLowerCase();
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const list = listId(headers["list-id"]?.[0] ?? "");
  return [
    ...address.includes("@") ? [{ kind: /** @type {const} */ ("sender"), from: address, shown: address }] : [],
    ...address.includes("@") && domain !== "" ? [{ kind: /** @type {const} */ ("domain"), from: `@${domain}`, shown: `@${domain}` }] : [],
    ...list !== "" ? [{ kind: /** @type {const} */ ("list"), from: `<${list}>`, shown: list }] : [],
  ];
}

/** The id in a List-Id field (RFC 2919). @param {string} field */
export function listId(field) {
  return (/<([^<>]*)>\s*$/.exec(field)?.[1] ?? field).trim().toLowerCase();
}
