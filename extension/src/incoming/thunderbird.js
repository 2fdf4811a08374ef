/**
 * What sorting needs of Thunderbird's API, and nothing more: no decision is taken here.
 */
export const folderApi = {
  /** @param {string} accountId */
  root: async accountId => (await messenger.accounts.get(accountId)).rootFolder,
  /** @param {string} folderId */
  children: folderId => messenger.folders.getSubFolders(folderId, false),
  /** @param {string} folderId @param {string} name */
  create: (folderId, name) => messenger.folders.create(folderId, name),
  /** @param {string} accountId */
  junk: async accountId => (await messenger.folders.query({ accountId, specialUse: ["junk"] }))[0],
};

export const mailApi = {
  /**
   * The message, if it still lies where it was seen.
   * @param {import("./queue.js").Entry} entry @param {number} [id] its number, when known in this session
   */
  async find({ account, folder, headerMessageId }, id) {
    if (id !== undefined) {
      const known = await messenger.messages.get(id).catch(() => null); // a number that means nothing any more: look it up
      if (known?.headerMessageId === headerMessageId && known.folder.path === folder && known.folder.accountId === account) {
        return known;
      }
    }
    const inboxes = await messenger.folders.query({ accountId: account, specialUse: ["inbox"] });
    const inbox = inboxes.find(({ path }) => path === folder);
    return inbox ? (await messenger.messages.query({ folderId: inbox.id, headerMessageId })).messages[0] ?? null : null;
  },

  /**
   * Without downloading the body; only Thunderbird 140, which has no getHeaders, has to look at the whole message.
   * @param {{id: number}} header
   * @returns {Promise<Record<string, string[]>>}
   */
  headers: async ({ id }) => messenger.messages.getHeaders
    ? messenger.messages.getHeaders(id)
    : (await messenger.messages.getFull(id)).headers,

  /** @param {{id: number}} header */
  parts: async ({ id }) => (await messenger.messages.getFull(id)).parts,

  /** @param {number} id @param {object} properties */
  update: (id, properties) => messenger.messages.update(id, properties),

  /** @param {number[]} ids @param {string} folderId */
  move: (ids, folderId) => messenger.messages.move(ids, folderId),

  /** @param {string} name */
  async tagKey(name) {
    const find = async () => (await messenger.messages.tags.list())
      .find(({ tag, key }) => tag.toLowerCase() === name.toLowerCase() || key === name.toLowerCase())?.key;
    const existing = await find();
    if (existing) {
      return existing;
    }
    try {
      return await messenger.messages.tags.create(undefined, name, TAG_COLOUR);
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
    await messenger.notifications.create({
      type: "basic", iconUrl: messenger.runtime.getURL("icons/tripostal.svg"), title: text, message: `${author}\n${subject}`,
    });
  },
};

const TAG_COLOUR = "#1373d9";
