import { Unanswered } from "./patience.js";

/**
 * Tells Tripostal's own moves from the user's: Thunderbird reports both alike, some time after the move. The background page lives as long as moves are
 * under way, so that memory will do.
 */
export class OwnMoves {
  /** @type {Set<number>} numbers that the messages had before the move */
  #expected = new Set();

  /**
   * @param {number[]} ids
   * @param {() => Promise<void>} move
   */
  async during(ids, move) {
    ids.forEach(id => this.#expected.add(id));
    try {
      await move();
    } catch (error) {
      if (!(error instanceof Unanswered)) { // what nobody answered may be done all the same, later
        ids.forEach(id => this.#expected.delete(id));
      }
      throw error;
    }
  }

  /** Whether this is a move of Tripostal's; each is reported once. @param {number} id */
  isOwn(id) {
    return this.#expected.delete(id);
  }
}
