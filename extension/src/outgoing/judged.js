/**
 * What the host said of the messages that are being written. Whoever presses Send on what was judged while it was written, to the last letter, need not wait
 * for it to be judged again. What was said counts only for the very same question, all recipients, attachments and words of the message in it; only while the
 * host has told of no change of rules or settings, and the connection is the same; and not for long, since a rule may look at the clock.
 * @template A
 */
export class Judged {
  /** Milliseconds. */
  static LASTS = 60_000;
  /** A window's message may be asked about with and without what was found of its thread. */
  static #QUESTIONS = 2;

  /** @type {Map<number, {asked: string, state: object, at: number, answer: Promise<A>}[]>} by window, the newest first */
  #answers = new Map();

  /**
   * @param {object} world
   * @param {(message: object) => Promise<A>} world.ask asks the host
   * @param {() => object} world.state the state of the host, another object whenever it has changed
   * @param {() => number} [world.now] milliseconds that only grow
   */
  constructor({ ask, state, now = () => performance.now() }) {
    this.ask = ask;
    this.state = state;
    this.now = now;
  }

  /**
   * What the host says of a message. A question that is still on its way is not asked twice.
   * @param {number} tabId of the window that it is written in
   * @param {object} message in the form that the host reads
   * @returns {Promise<A>}
   */
  of(tabId, message) {
    const asked = JSON.stringify(message);
    const before = this.#answers.get(tabId) ?? [];
    const same = before.find(one => one.asked === asked && this.#counts(one));
    if (same) {
      return same.answer;
    }
    const one = { asked, state: this.state(), at: this.now(), answer: this.ask(message) };
    this.#answers.set(tabId, [one, ...before].slice(0, Judged.#QUESTIONS));
    one.answer.catch(() => this.#strike(tabId, one)); // whoever waits for it has the reason; the next asks anew
    return one.answer;
  }

  /** The window is gone. @param {number} tabId */
  forget(tabId) {
    this.#answers.delete(tabId);
  }

  /** @param {{state: object, at: number}} one */
  #counts({ state, at }) {
    return state === this.state() && this.now() - at < Judged.LASTS;
  }

  /** @param {number} tabId @param {object} one */
  #strike(tabId, one) {
    const left = this.#answers.get(tabId)?.filter(other => other !== one);
    if (left) {
      this.#answers.set(tabId, left);
    }
  }
}
