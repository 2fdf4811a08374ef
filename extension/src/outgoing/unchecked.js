/** @typedef {{id: string, at: string, subject: string, reason: string, seen: boolean}} Unchecked a send that went unchecked */

const KEPT = 50;
const tabKey = (/** @type {number} */ tabId) => `unchecked.${tabId}`;

/** Sends that went without being checked: kept until the user has put them away, so that none passes unseen. */
export class UncheckedSends {
  /**
   * @param {import("../store.js").Stored<Unchecked[]>} list
   * @param {{get: Function, set: Function, remove: Function}} session
   * @param {() => Date} [now]
   */
  constructor(list, session, now = () => new Date()) {
    this.list = list;
    this.session = session;
    this.now = now;
  }

  /** @param {number} tabId @param {string} subject @param {string} reason */
  async add(tabId, subject, reason) {
    const at = this.now().toISOString();
    const id = `${at} ${tabId}`;
    await this.list.update(list => [{ id, at, subject, reason, seen: false }, ...list].slice(0, KEPT));
    await this.session.set({ [tabKey(tabId)]: id });
  }

  /**
   * The send is over. Where Thunderbird did not send it after all, there is nothing to tell.
   * @param {number} tabId @param {boolean} sent
   */
  async settle(tabId, sent) {
    const key = tabKey(tabId);
    const id = (await this.session.get(key))[key];
    if (id && !sent) {
      await this.list.update(list => list.filter(entry => entry.id !== id));
    }
    await this.session.remove(key);
  }

  /** The user has them before the eyes. */
  markSeen() {
    return this.list.update(list => list.map(entry => ({ ...entry, seen: true })));
  }

  forget() {
    return this.list.update(() => []);
  }
}
