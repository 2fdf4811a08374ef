import { fromVCard } from "./known.js";
import { OwnMarks } from "../junk/own-marks.js";
import { OwnMoves } from "./own-moves.js";
import { patient, Unanswered, within } from "./patience.js";

/** The calls that go to a server, or to a folder's index, each of which ends: one that Thunderbird never answers would hold up all that waits behind it. */
const calls = patient({
  accounts: () => messenger.accounts.list(false),
  /** @param {number} id */
  get: id => messenger.messages.get(id),
  tags: () => messenger.messages.tags.list(),
  /** @param {string} name */
  createTag: name => messenger.messages.tags.create(undefined, name, TAG_COLOUR),
  /** @param {object} query */
  query: query => messenger.messages.query(query),
  /** @param {string} list */
  continueList: list => messenger.messages.continueList(list),
  /** @param {number} id @param {{decrypt: boolean}} options */
  getFull: (id, options) => messenger.messages.getFull(id, options),
  /** @param {number} id @param {object} properties */
  update: (id, properties) => messenger.messages.update(id, properties),
  /** @param {number[]} ids @param {string} folderId */
  move: (ids, folderId) => messenger.messages.move(ids, folderId),
  /** @param {object} query */
  folders: query => messenger.folders.query(query),
  /** @param {string} folderId */
  info: folderId => messenger.folders.getFolderInfo(folderId),
});

/**
 * What sorting needs of Thunderbird's API, and nothing more: no decision is taken here. No function waits for ever.
 */
export const folderApi = patient({
  /** @param {string} accountId */
  root: async accountId => (await messenger.accounts.get(accountId)).rootFolder,
  /** @param {string} folderId */
  children: folderId => messenger.folders.getSubFolders(folderId, false),
  /** @param {string} folderId @param {string} name */
  create: (folderId, name) => messenger.folders.create(folderId, name),
  /** @param {string} accountId */
  junk: async accountId => (await messenger.folders.query({ accountId, specialUse: ["junk"] }))[0],
});

/** The folder of an account at a path; null where there is none. @param {string} accountId @param {string} path */
export async function folderAt(accountId, path) {
  return (await calls.folders({ accountId, path })).find(isReal) ?? null;
}

export const ownMoves = new OwnMoves();
export const ownMarks = new OwnMarks();

export const mailApi = {
  /** Whether there is such an account: it may have been removed. @param {string} id */
  hasAccount: async id => (await calls.accounts()).some(account => account.id === id),

  /**
   * The message, if it still lies where it was seen.
   * @param {{account: string, folder: string, headerMessageId: string}} entry
   * @param {number} [id] its number, when known in this session
   * @param {Set<number | undefined>} [taken] numbers of copies that are somebody else's
   */
  async find({ account, folder, headerMessageId }, id, taken = new Set()) {
    if (id !== undefined) {
      const known = await calls.get(id).catch(() => null); // a number that means nothing any more: look it up
      if (known?.headerMessageId === headerMessageId && known.folder.path === folder && known.folder.accountId === account) {
        return known;
      }
    }
    return (await this.copies(account, folder, headerMessageId)).find(header => !taken.has(header.id)) ?? null;
  },

  /**
   * All copies of a message in a folder; none where there is no such folder.
   * @param {string} account @param {string} path @param {string} headerMessageId
   */
  async copies(account, path, headerMessageId) {
    const folder = await folderAt(account, path);
    return folder ? (await calls.query({ folderId: folder.id, headerMessageId })).messages : [];
  },

  /**
   * The same, after Thunderbird has looked on the server: of a folder that was not opened since something was moved there, it may not know the
   * messages. After a move it looks by itself within a second or two; after a restart nothing but showing the folder makes it look, so that it is
   * shown for that moment; but not where the message turns up in another folder, since the user has moved it there.
   * @param {string} account @param {string} path @param {string} headerMessageId
   */
  async copiesOnServer(account, path, headerMessageId) {
    const folder = await folderAt(account, path);
    if (!folder) {
      return [];
    }
    // Where the numbers differ it is sure to be behind; where they do not, it may not even have counted yet, as in a folder that was just made.
    const behind = (await calls.info(folder.id)).totalMessageCount !== (await this.messagesIn(folder)).length;
    const appear = async (/** @type {number} */ patience) => {
      const end = Date.now() + patience;
      let found = await this.copies(account, path, headerMessageId);
      while (found.length === 0 && Date.now() < end) {
        await new Promise(resolve => { setTimeout(resolve, LOOK_AGAIN); }); // Thunderbird tells nobody when it is done
        found = await this.copies(account, path, headerMessageId);
      }
      return found;
    };
    const soon = await appear(BY_ITSELF);
    if (soon.length > 0 || (await this.anywhere(account, headerMessageId)).length > 0) {
      return soon;
    }
    const [before] = await messenger.tabs.query({ active: true, currentWindow: true });
    const { tabId } = await messenger.mailTabs.create({ displayedFolderId: folder.id });
    try {
      return await appear(behind ? PATIENCE : GLANCE);
    } finally {
      await messenger.tabs.remove(tabId);
      if (before) {
        await messenger.tabs.update(before.id, { active: true });
      }
    }
  },

  /**
   * The inboxes of all accounts, or of one.
   * @param {string} [accountId]
   */
  inboxes: async accountId => (await calls.folders({ specialUse: ["inbox"], ...accountId ? { accountId } : {} })).filter(isReal),

  /**
   * The headers of all that a folder holds.
   * @param {{id: string}} folder
   */
  messagesIn: ({ id }) => allPages({ folderId: id, messagesPerPage: PAGE }),

  /** The copies of a message in all folders of an account. @param {string} accountId @param {string} headerMessageId */
  anywhere: async (accountId, headerMessageId) => (await calls.query({ accountId, headerMessageId })).messages,

  junkFolders: async () => (await calls.folders({ specialUse: ["junk"] })).filter(isReal),

  sentFolders: async () => (await calls.folders({ specialUse: ["sent"] })).filter(isReal),

  /** The headers of what a folder holds that was written since. @param {{id: string}} folder @param {Date} fromDate */
  messagesSince: ({ id }, fromDate) => allPages({ folderId: id, fromDate, messagesPerPage: PAGE }),

  /**
   * Without downloading the body, where Thunderbird can. It breaks the download off when it has the headers of a message that lies on the server only, and now and
   * then waits for the end of it for ever; that also costs the connection on which others may be moving messages, and with the next one Thunderbird asks for the marks of
   * all that the folder holds: of fifty thousand messages, for each one that is read. So these are read as a whole: what is in junk, which Thunderbird does not download
   * by itself, while it is small; what is in a large folder, while that is less than the marks of all; and all that is not answered soon.
   * @param {{id: number, size?: number, folder?: {id: string, specialUse?: string[]}}} header
   * @returns {Promise<Record<string, string[]>>}
   */
  async headers({ id, size = 0, folder }) {
    const whole = async () => (await calls.getFull(id, AS_STORED)).headers;
    if (!messenger.messages.getHeaders || folder && size < await cheapToRead(folder)) { // Thunderbird 140 has no getHeaders
      return whole();
    }
    return within(HEADERS_SOON, messenger.messages.getHeaders(id), "getHeaders").catch(error => {
      if (error instanceof Unanswered) {
        return whole();
      }
      throw error;
    });
  },

  /**
   * As they are stored: what is encrypted stays so, and reaches neither rules nor journal nor learner.
   * @param {{id: number}} header
   */
  parts: async ({ id }) => (await calls.getFull(id, AS_STORED)).parts,

  /** @param {number} id @param {{junk?: boolean}} properties */
  update(id, properties) {
    if (properties.junk !== undefined) {
      ownMarks.expect(id, properties.junk);
    }
    return calls.update(id, properties);
  },

  /** @param {number[]} ids @param {string} folderId */
  move: (ids, folderId) => ownMoves.during(ids, () => calls.move(ids, folderId)),

  /** @param {string} name */
  async tagKey(name) {
    const find = async () => (await calls.tags())
      .find(({ tag, key }) => tag.toLowerCase() === name.toLowerCase() || key === name.toLowerCase())?.key;
    const existing = await find();
    if (existing) {
      return existing;
    }
    try {
      return await calls.createTag(name);
    } catch (error) {
      const appeared = await find(); // two messages of a batch may want the same new tag
      if (appeared) {
        return appeared;
      }
      throw error;
    }
  },

  /** @param {string} text @param {{author: string, subject: string}} header */
  async notify(text, { author, subject }) {
    // Where the desktop shows no notices, Thunderbird may never answer: nobody waits for it.
    messenger.notifications.create({
      type: "basic", iconUrl: messenger.runtime.getURL("icons/tripostal.svg"), title: text, message: `${author}\n${subject}`,
    }).catch(error => console.warn("Tripostal: no notice is shown:", error));
  },
};

/** Contacts that have a text in one of their fields. @param {string} text */
export async function searchContacts(text) {
  return (await messenger.addressBooks.contacts.query({ searchString: text, includeRemote: false })).map(({ vCard }) => fromVCard(vCard));
}

/** @param {object} query */
async function allPages(query) {
  const all = [];
  for (let page = /** @type {MessageList | null} */ (await calls.query(query)); page;
    page = page.id ? await calls.continueList(page.id) : null) {
    all.push(...page.messages);
  }
  return all;
}

/** Not one of Thunderbird's unified folders, which show what lies elsewhere. @param {Folder} folder */
function isReal({ isUnified, isVirtual }) {
  return !isUnified && !isVirtual;
}

const AS_STORED = { decrypt: false };
/** From so many messages on, what the folder holds is asked for again for longer than it takes to read an ordinary message. */
const MANY = 2_000;
/** What a server says of a message's number and marks (RFC 9051, FETCH), in bytes. */
const MARKS_OF_ONE = 50;
/** Below this size a message in junk is read as a whole sooner than broken off. Bytes. */
const SMALL = 200_000;

/** Below which size a message of a folder is read as a whole, in bytes. @param {{id: string, specialUse?: string[]}} folder */
async function cheapToRead({ id, specialUse = [] }) {
  const { totalMessageCount = 0 } = await calls.info(id);
  return Math.max(specialUse.includes("junk") ? SMALL : 0, totalMessageCount >= MANY ? totalMessageCount * MARKS_OF_ONE : 0);
}
/** Headers come within milliseconds from the disk, and within some round trips from a server. Milliseconds. */
const HEADERS_SOON = 3_000;
const PAGE = 1_000;
/** How soon Thunderbird looks by itself, how long a server may take to list a folder that is sure to have more or may have, and how often to see whether it has. Milliseconds. */
const BY_ITSELF = 2_000;
const PATIENCE = 10_000;
const GLANCE = 4_000;
const LOOK_AGAIN = 200;
const TAG_COLOUR = "#1373d9";
