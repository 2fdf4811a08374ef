import { holds } from "./verdict.js";

/**
 * The quiet sign in a compose window: a tick on the button as long as there is nothing to remark on. While something is missing there is none:
 * who is still writing need not be told what is not there yet.
 */
export class Sign {
  /** @type {Map<number, boolean>} windows at which somebody looks already; true: and has to look once more */
  #looking = new Map();

  /**
   * @param {object} world
   * @param {(tabId: number, details: any) => Promise<{findings: import("./verdict.js").Finding[]}>} world.examine
   * @param {(tabId: number) => Promise<any>} world.details
   * @param {(tabId: number, well: boolean) => Promise<void>} world.show
   */
  constructor({ examine, details, show }) {
    this.examine = examine;
    this.details = details;
    this.show = show;
  }

  /** Something has changed in that window. @param {number} tabId */
  async changed(tabId) {
    if (this.#looking.has(tabId)) {
      this.#looking.set(tabId, true);
      return;
    }
    try {
      do {
        this.#looking.set(tabId, false);
        await this.show(tabId, await this.#isWell(tabId));
      } while (this.#looking.get(tabId));
    } catch (error) {
      console.info("Tripostal: no sign for a window that is gone:", error);
    } finally {
      this.#looking.delete(tabId);
    }
  }

  /** @param {number} tabId */
  async #isWell(tabId) {
    const details = await this.details(tabId);
    if (!isBegun(details)) {
      return false;
    }
    try {
      const { findings } = await this.examine(tabId, details);
      return !holds(findings);
    } catch (error) {
      console.info("Tripostal: not checked while writing:", error); // the button in the main window says why
      return false;
    }
  }
}

/** Whether there is something to speak of: somebody to write to, and a text. @param {any} details */
export function isBegun({ to, cc, bcc, plainTextBody }) {
  return [to, cc, bcc].some(field => field?.length > 0) && (plainTextBody ?? "").trim() !== "";
}
