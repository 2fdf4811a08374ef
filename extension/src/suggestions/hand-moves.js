import { whose } from "../routes/whose.js";
import { shownPath } from "../space/groups.js";

/**
 * @typedef {{at: string, account: string, from: string, folder: string, subject: string}} HandMove a message that the user moved; `from` names whose it was as a
 *   route does: an address, or `<list>`
 * @typedef {{from: string, account: string, folder: string}} Dismissed
 * @typedef {{account: string, from: string, folder: string, count: number, evidence: {at: string, subject: string}[]}} Suggestion
 */

/** So many are remembered, and no longer than this. Days. */
const MOST = 500;
const REMEMBERED = 90;
/** Twice may be chance. */
const ENOUGH = 3;
/** Where the user decides case by case, there is no rule to be suggested. */
const SHARE = 0.8;
const EVIDENCE_SHOWN = 5;

/** Folders that say what became of a message, not where its sender's mail belongs. */
const NO_PLACE = ["inbox", "trash", "junk", "drafts", "templates", "outbox", "sent", "archives"];

/**
 * What can be learned from moves by hand: out of an inbox, into a folder of the same account that mail is sorted into.
 * @param {any[]} before headers before the move @param {any[]} after in the same order
 * @param {(header: any) => Promise<Record<string, string[]>>} headers @param {Date} now
 * @returns {Promise<HandMove[]>}
 */
export async function learned(before, after, headers, now) {
  const moves = after.map((to, index) => ({ was: before[index], to }))
    .filter(({ was, to }) => was?.folder?.specialUse?.includes("inbox") && to.folder?.accountId === was.folder.accountId
      && !to.folder.specialUse?.some((/** @type {string} */ use) => NO_PLACE.includes(use)));
  const found = await Promise.all(moves.map(async ({ to }) => {
    // A message that has gone on meanwhile still has its sender.
    const read = await headers(to).catch(() => ({}));
    const { accountId: account, path } = to.folder;
    return whose(to.author, read).filter(({ kind }) => kind !== "domain")
      .map(({ from }) => ({ at: now.toISOString(), account, from, folder: shownPath(path), subject: to.subject }));
  }));
  return found.flat();
}

/** @param {HandMove[]} moves @param {HandMove[]} fresh @param {Date} now */
export function remembered(moves, fresh, now) {
  const oldest = new Date(now.getTime() - REMEMBERED * 86_400_000).toISOString();
  return [...moves, ...fresh].filter(({ at }) => at >= oldest).slice(-MOST);
}

/**
 * The routes that the user's own hand has drawn, the clearest first.
 * @param {HandMove[]} moves @param {Dismissed[]} dismissed
 * @returns {Suggestion[]}
 */
export function suggestions(moves, dismissed) {
  /** @type {Map<string, HandMove[]>} */
  const bySender = new Map();
  for (const move of moves) {
    const key = JSON.stringify([move.account, move.from]);
    bySender.set(key, [...bySender.get(key) ?? [], move]);
  }
  return [...bySender.values()].flatMap(ofSender => {
    const { account, from } = ofSender[0];
    const folders = [...new Set(ofSender.map(({ folder }) => folder))].map(folder => ofSender.filter(move => move.folder === folder));
    const [most] = folders.sort((one, other) => other.length - one.length);
    const { folder } = most[0];
    const unwanted = dismissed.some(one => one.account === account && one.from === from && one.folder === folder);
    return most.length < ENOUGH || most.length < SHARE * ofSender.length || unwanted ? []
      : [{ account, from, folder, count: most.length, evidence: most.slice(-EVIDENCE_SHOWN).reverse().map(({ at, subject }) => ({ at, subject })) }];
  }).sort((one, other) => other.count - one.count);
}
