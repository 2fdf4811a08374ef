/** Thunderbird tells of a mark at once; what it has not told of by then, it never will: the mark was there already. Milliseconds. */
const TOLD_BY = 30_000;

/** Tells Tripostal's own junk marks from the user's: Thunderbird reports both alike. */
export class OwnMarks {
  /** @type {Map<number, {junk: boolean, at: number}>} */
  #expected = new Map();

  /** @param {() => number} [clock] milliseconds */
  constructor(clock = Date.now) {
    this.clock = clock;
  }

  /** Tripostal is about to mark this message. @param {number} id @param {boolean} junk */
  expect(id, junk) {
    this.#expected.set(id, { junk, at: this.clock() });
  }

  /** Whether this mark is Tripostal's. @param {number} id @param {boolean} junk */
  isOwn(id, junk) {
    const expected = this.#expected.get(id);
    if (!expected || expected.junk !== junk) {
      return false;
    }
    this.#expected.delete(id);
    return this.clock() - expected.at < TOLD_BY;
  }
}
