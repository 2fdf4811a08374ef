/** @typedef {import("./verdict.js").Review} Review */

const reviewKey = (/** @type {number} */ tabId) => `review.${tabId}`;
const approvalKey = (/** @type {number} */ tabId) => `approved.${tabId}`;

/**
 * What is remembered of compose windows, in storage.session: it outlives the background page, and ends with Thunderbird, as tab numbers do.
 */
export class Reviews {
  /** @param {{get: Function, set: Function, remove: Function}} area storage.session */
  constructor(area) {
    this.area = area;
  }

  /** @param {number} tabId @returns {Promise<Review | undefined>} */
  async of(tabId) {
    const key = reviewKey(tabId);
    return (await this.area.get(key))[key];
  }

  /** @param {number} tabId @param {Review} review */
  remember(tabId, review) {
    return this.area.set({ [reviewKey(tabId)]: review });
  }

  /** The user has said: send it anyway. @param {number} tabId */
  approve(tabId) {
    return this.area.set({ [approvalKey(tabId)]: true });
  }

  /**
   * Approval is for one send; the next one is checked again.
   * @param {number} tabId
   * @returns {Promise<boolean>}
   */
  async takeApproval(tabId) {
    const key = approvalKey(tabId);
    const approved = (await this.area.get(key))[key] === true;
    if (approved) {
      await this.area.remove(key);
    }
    return approved;
  }

  /** Leaves nothing of that window. @param {number} tabId */
  forget(tabId) {
    return this.area.remove([reviewKey(tabId), approvalKey(tabId)]);
  }
}
