import { recipientList } from "./addresses.js";

/** A picture in the body, which no rule looks at and which may be megabytes. */
const DATA_ADDRESS = /\bdata:[\w.+-]+\/[\w.+-]+(?:;[\w.+-]+(?:=[\w.+-]+)?)*,[^"'()\s<>]*/gi;

/**
 * A message about to leave, in the form that the host reads.
 * @param {any} details Thunderbird's ComposeDetails
 * @param {{name: string, size: number}[]} attachments size in bytes
 * @param {string} account of the sender's identity
 * @param {object | null} [original] the message that is answered
 */
export function toWire(details, attachments, account, original = null) {
  const { from, to, cc, bcc, replyTo, subject, type, isPlainText, body, plainTextBody } = details;
  return {
    account,
    from: written(from)[0] ?? "",
    to: written(to), cc: written(cc), bcc: written(bcc), replyTo: written(replyTo),
    subject: subject ?? "", type, isPlainText,
    body: withoutPictures(body ?? ""), plainTextBody: plainTextBody ?? "",
    attachments: attachments.map(({ name, size }) => ({ name, size })),
    ...original ? { original } : {},
  };
}

/** @param {string} html */
export function withoutPictures(html) {
  return html.replace(DATA_ADDRESS, "data:,");
}

/**
 * Thunderbird gives recipients as text; only an add-on may have put an address book entry there, which is not an address.
 * @param {any} field
 * @returns {string[]}
 */
function written(field) {
  return recipientList(field).filter(recipient => typeof recipient === "string");
}
