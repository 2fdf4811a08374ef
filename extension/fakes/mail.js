/**
 * A mail account in memory, seen through the parts of Thunderbird's API that the sorting uses. As there, a move gives a message a
 * new number, and a number that has gone means nothing.
 */
export class FakeMail {
  #nextId = 1;
  folders = [{ id: "a://", path: "/", name: "Root" }, { id: "a://INBOX", path: "/INBOX", name: "Inbox", specialUse: ["inbox"] }];
  messages = [];
  moves = [];
  updates = [];
  notices = [];
  tags = { Old: "old" };

  /** Lets a message arrive in the inbox. */
  deliver(headerMessageId, extra = {}) {
    const header = { id: this.#nextId++, headerMessageId, author: "Ann <ann@example.org>", recipients: ["me@example.org"], ccList: [], bccList: [],
      subject: `about ${headerMessageId}`, date: new Date("2026-11-02T10:00:00Z"), size: 2048, junk: false, read: false, flagged: false, tags: [],
      folder: { path: "/INBOX", accountId: "a" }, ...extra };
    this.messages.push(header);
    return header;
  }

  at(path) {
    return this.messages.filter(({ folder }) => folder.path === path).map(({ headerMessageId }) => headerMessageId);
  }

  // ---- folders

  root = async () => this.folders[0];

  children = async parentId => {
    const parent = this.folders.find(({ id }) => id === parentId).path;
    const prefix = parent === "/" ? "/" : `${parent}/`;
    return this.folders.filter(({ path }) => path !== "/" && path.startsWith(prefix) && !path.slice(prefix.length).includes("/"));
  };

  create = async (parentId, name) => {
    const parent = this.folders.find(({ id }) => id === parentId).path;
    const path = `${parent === "/" ? "" : parent}/${name}`;
    if (this.folders.some(folder => folder.path === path)) {
      throw new Error(`folders.create() failed, because ${name} already exists`);
    }
    const folder = { id: `a:/${path}`, path, name };
    this.folders.push(folder);
    return folder;
  };

  junk = async () => this.folders.find(({ specialUse }) => specialUse?.includes("junk"));

  // ---- messages

  accounts = ["a"];

  hasAccount = async id => this.accounts.includes(id);

  find = async ({ account, folder, headerMessageId }, id, taken = new Set()) => {
    const copies = await this.copies(account, folder, headerMessageId);
    return copies.find(copy => copy.id === id) ?? copies.find(copy => !taken.has(copy.id)) ?? null;
  };

  copies = async (_, folder, headerMessageId) =>
    this.messages.filter(message => message.folder.path === folder && message.headerMessageId === headerMessageId).map(copy => ({ ...copy }));

  /** What Thunderbird does not know before it has looked on the server. */
  unseen = [];

  copiesOnServer = async (...where) => {
    this.messages.push(...this.unseen.splice(0));
    return this.copies(...where);
  };

  inboxes = async () => this.folders.filter(({ specialUse }) => specialUse?.includes("inbox")).map(({ id, path }) => ({ id, path, accountId: "a" }));

  messagesIn = async ({ path }) => this.messages.filter(({ folder }) => folder.path === path).map(message => ({ ...message }));

  headers = async ({ id }) => {
    const { received } = this.#known(id);
    return { from: ["Ann <ann@example.org>"], ...received ? { received: [received] } : {} };
  };

  parts = async () => [{ contentType: "text/plain", body: "the body" }];

  update = async (id, properties) => {
    Object.assign(this.#known(id), properties);
    this.updates.push(properties);
  };

  move = async (ids, folderId) => {
    const { path } = this.folders.find(({ id }) => id === folderId);
    ids.map(id => this.#known(id)).forEach(message => {
      message.id = this.#nextId++;
      message.folder = { ...message.folder, path };
    });
    this.moves.push([ids.length, path]);
  };

  tagKey = async name => this.tags[name] ??= name.toLowerCase();

  notify = async text => { this.notices.push(text); };

  #known(id) {
    const message = this.messages.find(known => known.id === id);
    if (!message) {
      throw new Error(`no message ${id}`);
    }
    return message;
  }
}
