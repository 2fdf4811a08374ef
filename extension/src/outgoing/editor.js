import { FixFailure } from "./fixes/failure.js";

/**
 * The text in a compose window, changed as by the user's own hand: `compose-window/editor.js`, from here.
 */
export class Editor {
  /** @param {(injection: object) => Promise<{result?: any, error?: any}[]>} executeScript messenger.scripting.executeScript */
  constructor(executeScript) {
    this.executeScript = executeScript;
  }

  /**
   * @param {number} tabId
   * @returns {Promise<import("./fixes/body.js").Line[]>}
   */
  read(tabId) {
    return this.#call(tabId, () => /** @type {any} */ (globalThis).tripostalEditor.read(document));
  }

  /**
   * The words that the writer coloured.
   * @param {number} tabId
   * @returns {Promise<string[]>}
   */
  coloured(tabId) {
    return this.#call(tabId, () => /** @type {any} */ (globalThis).tripostalEditor.colouredWords(document));
  }

  /**
   * @param {number} tabId @param {import("./fixes/body.js").Edit[]} edits @param {boolean} plain
   * @returns {Promise<void>} rejects where the text has changed since it was read
   */
  async edit(tabId, edits, plain) {
    if (!await this.#call(tabId, (edits, plain) => /** @type {any} */ (globalThis).tripostalEditor.edit(document, edits, plain), [edits, plain])) {
      throw new FixFailure("changed-meanwhile");
    }
  }

  /** @param {number} tabId @returns {Promise<void>} rejects where the text has changed since */
  async takeBack(tabId) {
    if (!await this.#call(tabId, () => /** @type {any} */ (globalThis).tripostalEditor.takeBack(document))) {
      throw new FixFailure("changed-since");
    }
  }

  /** @param {number} tabId @param {(...args: any[]) => any} func @param {any[]} [args] */
  async #call(tabId, func, args = []) {
    const target = { tabId };
    await this.executeScript({ target, files: ["compose-window/editor.js"] });
    const [{ result, error }] = await this.executeScript({ target, func, args });
    if (error) {
      throw error instanceof Error ? error : new Error(String(error.message ?? error));
    }
    return result;
  }
}
