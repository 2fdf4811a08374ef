import { Failure } from "./failure.js";

/**
 * @typedef {{id?: string, name?: string, path: string, specialUse?: string[], accountId?: string}} Folder
 *
 * @typedef {object} FolderApi the part of Thunderbird's API that is needed here
 * @property {(accountId: string) => Promise<Folder>} root
 * @property {(folderId: string) => Promise<Folder[]>} children
 * @property {(folderId: string, name: string) => Promise<Folder>} create
 * @property {(accountId: string) => Promise<Folder | undefined>} junk the account's folder with special use junk
 */

/**
 * Finds folders, and makes them where they are missing.
 */
export class Folders {
  /** @type {Map<string, Promise<any>>} One search an account at a time: two at once would both create. */
  #turns = new Map();

  /** @param {FolderApi} api */
  constructor(api) {
    this.api = api;
  }

  /**
   * @param {string} accountId
   * @param {string} path below the account's root, "/" separates
   * @returns {Promise<Folder>}
   */
  at(accountId, path) {
    return this.#inTurn(accountId, async () => {
      const names = path.split("/").filter(name => name !== "");
      if (names.length === 0) {
        throw new Failure("no-folder-name", path);
      }
      let folder = await this.api.root(accountId);
      for (const name of names) {
        folder = await this.#child(folder, name);
      }
      return folder;
    });
  }

  /**
   * The account's junk folder, or a new "Junk" at its root.
   * @param {string} accountId
   * @returns {Promise<Folder>}
   */
  async junk(accountId) {
    return await this.api.junk(accountId) ?? this.at(accountId, "Junk");
  }

  /** @param {Folder} parent @param {string} name */
  async #child(parent, name) {
    const id = /** @type {string} */ (parent.id);
    const found = pick(await this.api.children(id), name);
    if (found) {
      return found;
    }
    try {
      return await this.api.create(id, name);
    } catch (error) {
      // Another program, or Thunderbird's own folder discovery, may have been quicker.
      const appeared = pick(await this.api.children(id), name);
      if (appeared) {
        return appeared;
      }
      throw error;
    }
  }

  /**
   * @template T
   * @param {string} accountId @param {() => Promise<T>} task
   * @returns {Promise<T>}
   */
  #inTurn(accountId, task) {
    const done = (this.#turns.get(accountId) ?? Promise.resolve()).then(task);
    this.#turns.set(accountId, done.catch(() => undefined)); // the caller has the error
    return done;
  }
}

/**
 * The folder of that name. The path tells, not the name: Thunderbird shows a server's `Junk` as "Spam" and its inbox in the
 * user's language. Only where the path is encoded (IMAP's modified UTF-7) does the name have to do.
 * @param {Folder[]} folders @param {string} name
 */
export function pick(folders, name) {
  const same = (/** @type {string | undefined} */ one) => one?.normalize() === name.normalize(); // a Mac writes é as two characters
  const leaf = (/** @type {Folder} */ folder) => folder.path.slice(folder.path.lastIndexOf("/") + 1);
  return folders.find(folder => same(leaf(folder)))
    ?? folders.find(folder => name.toUpperCase() === "INBOX" && folder.specialUse?.includes("inbox"))
    ?? folders.find(folder => same(folder.name) && (!folder.specialUse?.length || leaf(folder).includes("&")));
}
