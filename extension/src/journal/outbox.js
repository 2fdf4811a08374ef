import { HostError } from "../host/rpc.js";

/** @typedef {{method: string, params: object}} Note something that happened in Thunderbird and belongs in the host's journal */

/** The journal cannot be read or written just now. */
const JOURNAL_FAILED = -32006;

/**
 * What happened in Thunderbird while the host may be away: written down at once, told in the order in which it happened, and struck off
 * when the host has it.
 */
export class Outbox {
  /** @type {Promise<void>} */
  #turn = Promise.resolve();

  /**
   * @param {import("../store.js").Stored<Note[]>} notes
   * @param {(method: string, params: object) => Promise<any>} request
   */
  constructor(notes, request) {
    this.notes = notes;
    this.request = request;
  }

  /** Writes it down. Resolves when it is stored. @param {string} method @param {object} params */
  add(method, params) {
    return this.notes.update(notes => [...notes, { method, params }]);
  }

  /** Tells the host all that it has not been told. Rejects where it cannot be told now; it is kept. */
  flush() {
    const flushed = this.#turn.then(() => this.#flush());
    this.#turn = flushed.catch(() => undefined); // the caller has the error
    return flushed;
  }

  async #flush() {
    for (let [note] = await this.notes.get(); note; [note] = await this.notes.get()) {
      try {
        await this.request(note.method, note.params);
      } catch (error) {
        if (!(error instanceof HostError) || [JOURNAL_FAILED, -32001, -32002].includes(error.code)) {
          throw error;
        }
        // The program will never take this one; the notes behind it must not wait for it.
        console.error(`Tripostal: ${note.method} was refused:`, error);
      }
      await this.notes.update(notes => notes.slice(1));
    }
  }
}
