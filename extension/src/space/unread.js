/**
 * Which of the entries are about mail that left its folder unread, and is unread still: what nobody has seen yet.
 * @template {{id: number, account: string, headerMessageId: string, from: string, to: string, outcome: string, undo: string, before: {read?: boolean}}} T
 * @param {T[]} entries of the journal
 * @param {(account: string, path: string) => Promise<Set<string>>} unreadIn the Message-IDs of what is unread in a folder; none where it has gone
 * @returns {Promise<T[]>}
 */
export async function filedUnread(entries, unreadIn) {
  const filed = entries.filter(({ from, to, outcome, undo, before }) => from !== to && outcome === "done" && undo === "none" && before.read === false);
  const folders = new Map(filed.map(({ account, to }) => [`${account} ${to}`, { account, to }]));
  const unread = new Map(await Promise.all([...folders].map(async ([key, { account, to }]) =>
    /** @type {const} */ ([key, await unreadIn(account, to)]))));
  return filed.filter(({ account, to, headerMessageId }) => unread.get(`${account} ${to}`)?.has(headerMessageId));
}
