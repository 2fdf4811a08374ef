/**
 * The bare address of a recipient as Thunderbird writes it, in lower case: `"Doe, Ann" <Ann@Example.org>` is `ann@example.org`.
 * Good enough to see that two are the same; judging addresses is the host's.
 * @param {string} recipient
 */
export function bareAddress(recipient) {
  const inAngles = /<([^<>]*)>\s*$/.exec(recipient);
  return (inAngles ? inAngles[1] : recipient).trim().toLowerCase();
}

/**
 * A recipient field of Thunderbird's compose details as a list: it may be one string, or a list, or missing.
 * @param {any} field
 * @returns {any[]}
 */
export function recipientList(field) {
  return (Array.isArray(field) ? field : [field]).filter(recipient => recipient !== undefined && recipient !== null && recipient !== "");
}

/**
 * The name in front of an address: `"Doe, Ann" <ann@x.org>` is `Doe, Ann`.
 * @param {string} mailbox
 */
export function displayName(mailbox) {
  const name = /^(.*)<[^<>]*>\s*$/.exec(mailbox)?.[1].trim() ?? "";
  return name.replace(/^"(.*)"$/, "$1").replace(/\\(.)/g, "$1").trim();
}
