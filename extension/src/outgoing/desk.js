import { fixFor } from "./fixes/fixes.js";
import { asksAboutSubject, maySendAnyway } from "./verdict.js";

/**
 * @typedef {import("./verdict.js").Finding} Finding
 * @typedef {object} View what the review page shows
 * @property {Finding[]} findings
 * @property {boolean} held Send was pressed, and waits for the user
 * @property {boolean} maySend
 * @property {boolean} later it was to be sent later
 * @property {boolean} failed the message could not be checked just now
 */

/**
 * What the user can do with a message that was held. By the time a button is pressed the background page may have been stopped and
 * started again, so nothing is kept here.
 */
export class Desk {
  /**
   * @param {object} world
   * @param {import("./reviews.js").Reviews} world.reviews
   * @param {(tabId: number, details: object) => Promise<Finding[]>} world.judge
   * @param {{getComposeDetails: (tabId: number) => Promise<any>, setComposeDetails: (tabId: number, details: object) => Promise<void>,
   *   sendMessage: (tabId: number, options: object) => Promise<any>}} world.compose
   * @param {string} world.noSubject what stands for a subject where the user wants none
   * @param {import("./fixes/fixes.js").Fixing} world.fixing
   */
  constructor({ reviews, judge, compose, noSubject, fixing }) {
    this.reviews = reviews;
    this.judge = judge;
    this.compose = compose;
    this.noSubject = noSubject;
    this.fixing = fixing;
  }

  /**
   * The findings of the send that was held just now; opened at any other time, those of the message as it is now.
   * @param {number} tabId
   * @returns {Promise<View>}
   */
  async open(tabId) {
    const review = await this.reviews.of(tabId);
    if (review?.asking) {
      await this.reviews.remember(tabId, { ...review, asking: false });
      return view(review.findings, review);
    }
    return this.#check(tabId);
  }

  /**
   * Mends what a finding speaks of, in the window, and looks at the message again.
   * @param {number} tabId @param {string} code the finding's
   * @returns {Promise<View>} rejects where it cannot be mended
   */
  async fix(tabId, code) {
    await this.compose.setComposeDetails(tabId, await fixFor(code, this.fixing, tabId, await this.compose.getComposeDetails(tabId)));
    return this.#check(tabId);
  }

  /**
   * Sends it in the way that was asked for. Resolves when Thunderbird is done with it; rejects where it may not be sent.
   * @param {number} tabId
   */
  async send(tabId) {
    const review = await this.reviews.of(tabId);
    if (!review || !maySendAnyway(review.findings)) {
      throw new Error("this message may not be sent past its findings");
    }
    const { subject } = await this.compose.getComposeDetails(tabId);
    if (asksAboutSubject(subject) && review.findings.some(({ code }) => code === "empty-subject")) {
      await this.compose.setComposeDetails(tabId, { subject: this.noSubject });
    }
    await this.reviews.approve(tabId);
    try {
      await this.compose.sendMessage(tabId, { mode: review.mode });
    } finally {
      await this.reviews.takeApproval(tabId); // not seen by the guard when Thunderbird refused before asking us
    }
  }

  /** @param {number} tabId */
  async #check(tabId) {
    const review = await this.reviews.of(tabId);
    try {
      const findings = await this.judge(tabId, await this.compose.getComposeDetails(tabId));
      if (review) {
        await this.reviews.remember(tabId, { ...review, findings });
      }
      return view(findings, review);
    } catch (error) {
      console.warn("Tripostal: the message could not be checked again:", error);
      return { ...view(review?.findings ?? [], review), failed: true };
    }
  }
}

/** @param {Finding[]} findings @param {import("./verdict.js").Review | undefined} review @returns {View} */
function view(findings, review) {
  const held = review !== undefined;
  return { findings, held, maySend: held && maySendAnyway(findings), later: review?.mode === "sendLater", failed: false };
}
