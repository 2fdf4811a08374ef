/**
 * @typedef {{id: number, account: string, from: string, to: string, decision: {actions: {rule: string, pack: string, type: string, because: string}[]}}} Entry
 *   of the journal
 */

/**
 * Entries by where they went, or by the rule that had the first say, in the order in which the first of each group comes.
 * @template {Entry} T
 * @param {T[]} entries @param {"folder" | "rule"} by
 * @returns {{key: string, entries: T[]}[]}
 */
export function grouped(entries, by) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const entry of entries) {
    const key = by === "rule" ? entry.decision.actions[0]?.rule ?? "" : shownPath(entry.to);
    groups.set(key, [...groups.get(key) ?? [], entry]);
  }
  return [...groups].map(([key, of]) => ({ key, entries: of }));
}

/** A folder's path as people write it, whatever IMAP makes of it. @param {string} path */
export function shownPath(path) {
  return path.replace(/^\//, "").split("/").map(decoded).join("/");
}

/** Modified UTF-7 (RFC 3501, 5.1.3). @param {string} part */
function decoded(part) {
  return part.replace(/&([^-]*)-/g, (_, base) => {
    if (base === "") {
      return "&";
    }
    const bytes = atob(base.replaceAll(",", "/"));
    return Array.from({ length: Math.floor(bytes.length / 2) }, (__, index) => String.fromCharCode((bytes.charCodeAt(index * 2) << 8) | bytes.charCodeAt(index * 2 + 1))).join("");
  });
}
