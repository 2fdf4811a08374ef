/** @typedef {import("./verdict.js").Review} Review @typedef {import("./verdict.js").Finding} Finding */

/**
 * @typedef {object} Mended a fix that was made and can be taken back
 * @property {string} code the finding's
 * @property {Record<string, any>} [before] of the window's details, where it changed those
 * @property {Record<string, any>} [after] as Thunderbird gave them back
 * @property {boolean} [text] it changed the text
 * @property {number[]} [attachments] it changed these
 */

const reviewKey = (/** @type {number} */ tabId) => `review.${tabId}`;
const approvalKey = (/** @type {number} */ tabId) => `approved.${tabId}`;
const acceptedKey = (/** @type {number} */ tabId) => `accepted.${tabId}`;
const mendedKey = (/** @type {number} */ tabId) => `mended.${tabId}`;

/**
 * What is remembered of compose windows, in storage.session: it outlives the background page, and ends with Thunderbird, as tab numbers do. The page, which alone
 * writes it, reads it once: a send need not wait for it.
 */
export class Reviews {
  /** @type {Promise<Record<string, any>> | null} what is in storage */
  #stored = null;

  /** @param {{get: Function, set: Function, remove: Function}} area storage.session */
  constructor(area) {
    this.area = area;
  }

  /** @param {number} tabId @returns {Promise<Review | undefined>} */
  of(tabId) {
    return this.#get(reviewKey(tabId));
  }

  /** @param {number} tabId @param {Review} review */
  remember(tabId, review) {
    return this.#set(reviewKey(tabId), review);
  }

  /** The user has said: send it anyway. @param {number} tabId */
  approve(tabId) {
    return this.#set(approvalKey(tabId), true);
  }

  /**
   * Approval is for one send; the next one is checked again.
   * @param {number} tabId
   * @returns {Promise<boolean>}
   */
  async takeApproval(tabId) {
    const approved = await this.#get(approvalKey(tabId)) === true;
    await this.#remove([approvalKey(tabId)]);
    return approved;
  }

  /**
   * The user has seen these and wants to send all the same: where that send fails, the next does not ask about them again.
   * @param {number} tabId @param {Finding[]} findings
   */
  async accept(tabId, findings) {
    const before = await this.#get(acceptedKey(tabId)) ?? [];
    await this.#set(acceptedKey(tabId), [...new Set([...before, ...findings.map(keyOf)])]);
  }

  /**
   * What the user has not yet said yes to.
   * @param {number} tabId @param {Finding[]} findings
   * @returns {Promise<Finding[]>}
   */
  async unaccepted(tabId, findings) {
    if (findings.length === 0) {
      return findings;
    }
    const accepted = await this.#get(acceptedKey(tabId)) ?? [];
    return findings.filter(finding => finding.severity === "block" || !accepted.includes(keyOf(finding)));
  }

  /** The fixes that can be taken back, the last one last. @param {number} tabId @returns {Promise<Mended[]>} */
  async mended(tabId) {
    return await this.#get(mendedKey(tabId)) ?? [];
  }

  /** @param {number} tabId @param {Mended[]} mended */
  rememberMended(tabId, mended) {
    return this.#set(mendedKey(tabId), mended);
  }

  /** It goes now: the question is over. @param {number} tabId */
  close(tabId) {
    return this.#remove([reviewKey(tabId), approvalKey(tabId)]);
  }

  /** Leaves nothing of that window. @param {number} tabId */
  forget(tabId) {
    return this.#remove([reviewKey(tabId), approvalKey(tabId), acceptedKey(tabId), mendedKey(tabId)]);
  }

  /** @param {string} key */
  async #get(key) {
    return (await this.#all())[key];
  }

  /** @param {string} key @param {any} value */
  async #set(key, value) {
    const stored = await this.#all();
    await this.area.set({ [key]: value });
    Object.assign(stored, { [key]: value });
  }

  /** What is not there need not be taken away. @param {string[]} keys */
  async #remove(keys) {
    const stored = await this.#all();
    const there = keys.filter(key => key in stored);
    if (there.length > 0) {
      there.forEach(key => { delete stored[key]; });
      await this.area.remove(there);
    }
  }

  /** @returns {Promise<Record<string, any>>} */
  #all() {
    if (this.#stored === null) {
      this.#stored = this.area.get(null);
      this.#stored?.catch(() => { this.#stored = null; }); // whoever waits for it has the reason
    }
    return /** @type {Promise<Record<string, any>>} */ (this.#stored);
  }
}

/** The same finding about the same words. @param {Finding} finding */
function keyOf({ code, because }) {
  return `${code} ${because}`;
}
