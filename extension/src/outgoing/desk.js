import { fixFor } from "./fixes/fixes.js";
import { FixFailure } from "./fixes/failure.js";
import { picturesAmong } from "./fixes/pictures.js";
import { passageFor } from "./passage.js";
import { addressees } from "./silences.js";
import { asksAboutSubject, maySendAnyway } from "./verdict.js";

/**
 * @typedef {import("./verdict.js").Finding} Finding
 * @typedef {Finding & {passage: import("./passage.js").Passage | null, fixable: boolean, filelink: string}} Shown a finding with what of the message it
 *   speaks of; `filelink`: an account that the attachments could go to instead
 * @typedef {object} View what the review page shows
 * @property {Shown[]} findings
 * @property {Finding[]} silenced what the user does not want to hear of again
 * @property {boolean} held Send was pressed, and waits for the user
 * @property {boolean} maySend
 * @property {boolean} later it was to be sent later
 * @property {boolean} failed the message could not be checked just now
 * @property {string} unchecked why it could not be checked, where it may not leave therefore
 * @property {string[]} mended what was mended here and can be taken back, by code, the last one last
 * @property {number} recipients how many people it goes to
 */

/** What can be mended here, though not always. */
const FIXABLE = ["exposed-recipients", "shouting-subject", "empty-subject", "missing-greeting", "missing-closing", "shouting-body", "coloured-text", "reply-not-to-all"];

/**
 * What the user can do with a message that was held. By the time a button is pressed the background page may have been stopped and
 * started again, so nothing is kept here.
 */
export class Desk {
  /**
   * @param {object} world
   * @param {import("./reviews.js").Reviews} world.reviews
   * @param {(tabId: number, details: object) => Promise<{findings: Finding[], silenced: Finding[]}>} world.examine
   * @param {{getComposeDetails: (tabId: number) => Promise<any>, setComposeDetails: (tabId: number, details: object) => Promise<void>,
   *   sendMessage: (tabId: number, options: object) => Promise<any>}} world.compose
   * @param {import("./editor.js").Editor} world.editor
   * @param {import("./shrink.js").Attachments} world.attachments
   * @param {import("./silences.js").Silences} world.silences
   * @param {() => Promise<string>} world.filelink the name of an account for large files, or empty
   * @param {string} world.noSubject what stands for a subject where the user wants none
   * @param {import("./fixes/fixes.js").Fixing} world.fixing
   */
  constructor({ reviews, examine, compose, editor, attachments, silences, filelink, noSubject, fixing }) {
    this.reviews = reviews;
    this.examine = examine;
    this.compose = compose;
    this.editor = editor;
    this.attachments = attachments;
    this.silences = silences;
    this.filelink = filelink;
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
      return this.#view(tabId, review.findings, review.silenced ?? [], review);
    }
    return this.check(tabId);
  }

  /**
   * Looks at the message as it is now.
   * @param {number} tabId
   * @returns {Promise<View>}
   */
  async check(tabId) {
    const review = await this.reviews.of(tabId);
    try {
      const { findings, silenced } = await this.examine(tabId, await this.compose.getComposeDetails(tabId));
      const now = review && { findings, silenced, mode: review.mode, asking: false };
      if (now) {
        await this.reviews.remember(tabId, now);
      }
      return this.#view(tabId, findings, silenced, now);
    } catch (error) {
      console.warn("Tripostal: the message could not be checked again:", error);
      return { ...await this.#view(tabId, review?.findings ?? [], review?.silenced ?? [], review), failed: true };
    }
  }

  /**
   * Mends what a finding speaks of, in the window, and looks at the message again.
   * @param {number} tabId @param {string} code the finding's
   * @returns {Promise<View>} rejects where it cannot be mended
   */
  async fix(tabId, code) {
    const details = await this.compose.getComposeDetails(tabId);
    const { set, edits, attachments } = await fixFor(code, this.fixing, tabId, details);
    /** @type {import("./reviews.js").Mended} */
    const mended = { code };
    if (set) {
      mended.before = picked(details, set);
      await this.compose.setComposeDetails(tabId, set);
      mended.after = picked(await this.compose.getComposeDetails(tabId), set);
    }
    if (edits) {
      await this.editor.edit(tabId, edits, details.isPlainText === true);
      await this.compose.setComposeDetails(tabId, { isModified: true }); // not every edit is one that the editor counts
      mended.text = true;
    }
    if (attachments) {
      mended.attachments = await this.attachments.replace(tabId, attachments);
    }
    await this.reviews.rememberMended(tabId, [...await this.reviews.mended(tabId), mended]);
    return this.check(tabId);
  }

  /**
   * Takes back what was mended last, where nobody has changed it since.
   * @param {number} tabId
   * @returns {Promise<View>} rejects where it cannot be taken back; it is not offered again then
   */
  async takeBack(tabId) {
    const all = await this.reviews.mended(tabId);
    const last = all.at(-1);
    if (last) {
      await this.reviews.rememberMended(tabId, all.slice(0, -1));
      if (last.before && last.after) {
        const now = picked(await this.compose.getComposeDetails(tabId), last.after);
        if (JSON.stringify(now) !== JSON.stringify(last.after)) {
          throw new FixFailure("changed-since");
        }
        await this.compose.setComposeDetails(tabId, last.before);
      }
      if (last.text) {
        await this.editor.takeBack(tabId);
      }
      if (last.attachments) {
        await this.attachments.putBack(tabId, last.attachments);
      }
    }
    return this.check(tabId);
  }

  /**
   * Does not ask about this again.
   * @param {number} tabId @param {string} code @param {import("./silences.js").Scope} scope
   * @returns {Promise<View>}
   */
  async silence(tabId, code, scope) {
    await this.silences.add(code, scope, addressees(await this.compose.getComposeDetails(tabId)));
    return this.check(tabId);
  }

  /**
   * Sends it in the way that was asked for. Resolves when Thunderbird is done with it; rejects where it may not be sent.
   * @param {number} tabId
   */
  async send(tabId) {
    const review = await this.reviews.of(tabId);
    if (!review || review.unchecked || !maySendAnyway(review.findings)) {
      throw new Error("this message may not be sent past its findings");
    }
    const { subject } = await this.compose.getComposeDetails(tabId);
    if (asksAboutSubject(subject) && [...review.findings, ...review.silenced ?? []].some(({ code }) => code === "empty-subject")) {
      await this.compose.setComposeDetails(tabId, { subject: this.noSubject });
    }
    await this.reviews.accept(tabId, review.findings);
    await this.reviews.approve(tabId);
    try {
      await this.compose.sendMessage(tabId, { mode: review.mode });
    } finally {
      await this.reviews.takeApproval(tabId); // not seen by the guard when Thunderbird refused before asking us
    }
  }

  /**
   * @param {number} tabId @param {Finding[]} findings @param {Finding[]} silenced @param {import("./verdict.js").Review | undefined} review
   * @returns {Promise<View>}
   */
  async #view(tabId, findings, silenced, review) {
    const held = review !== undefined;
    const details = await this.compose.getComposeDetails(tabId);
    const unchecked = review?.unchecked ?? "";
    return {
      findings: await this.#shown(tabId, findings, details), silenced, held, maySend: held && unchecked === "" && maySendAnyway(findings),
      later: review?.mode === "sendLater", failed: false, unchecked,
      mended: (await this.reviews.mended(tabId)).map(({ code }) => code), recipients: addressees(details).length,
    };
  }

  /**
   * @param {number} tabId @param {Finding[]} findings @param {any} details
   * @returns {Promise<Shown[]>}
   */
  async #shown(tabId, findings, details) {
    if (findings.length === 0) {
      return [];
    }
    // What a finding is about is shown where it can be: the finding itself must not wait for it.
    const [lines, coloured, attachments, filelink] = await Promise.all([
      orNothing(this.fixing.lines(tabId), []), orNothing(this.editor.coloured(tabId), []), this.fixing.attachments(tabId),
      findings.some(({ code }) => code === "large-attachment") ? orNothing(this.filelink(), "") : ""]);
    return findings.map(finding => ({
      ...finding, passage: passageFor(finding, { details, lines, coloured, attachments }),
      fixable: FIXABLE.includes(finding.code) || (finding.code === "large-attachment" && picturesAmong(attachments).length > 0),
      filelink: finding.code === "large-attachment" ? filelink : "",
    }));
  }
}

/**
 * @template T
 * @param {Promise<T>} promise @param {T} nothing
 */
function orNothing(promise, nothing) {
  return promise.catch(error => {
    console.warn("Tripostal: a finding is shown without its place:", error);
    return nothing;
  });
}

/** @param {any} details @param {object} like an object with the names that are wanted */
function picked(details, like) {
  return Object.fromEntries(Object.keys(like).map(name => [name, details[name]]));
}
