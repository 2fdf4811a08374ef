/** @typedef {{until: string, since: Record<string, string>}} Mark `until` in ISO 8601; `since`: Message-IDs, each with when it was dealt with */

/**
 * So long after a server took it in, Thunderbird may tell of a message: it looks every ten minutes unless told otherwise. Milliseconds.
 */
const LATE = 10 * 60_000;
/** Of a flood of mail the newest are enough. */
const MOST = 2_000;

/**
 * How far judging has come, kept by the add-on for the case that the host's journal is lost: what a server took in before a moment has been dealt with, and of what it
 * took in later, these messages. Without it nobody could tell mail that waits from mail that is to rest.
 */
export class Checkpoint {
  /**
   * @param {import("../store.js").Stored<Record<string, Mark>>} marks by account
   * @param {() => number} [clock] milliseconds
   */
  constructor(marks, clock = Date.now) {
    this.marks = marks;
    this.clock = clock;
  }

  /** These have just been dealt with. @param {string} account @param {string[]} headerMessageIds */
  async passed(account, headerMessageIds) {
    const at = new Date(this.clock()).toISOString();
    await this.marks.update(marks => {
      const { until = "", since = {} } = marks[account] ?? {};
      const all = [...Object.entries(since), ...headerMessageIds.map(id => [id, at])]; // the oldest first
      return { ...marks, [account]: { until, since: Object.fromEntries(all.slice(-MOST)) } };
    });
  }

  /** Nothing of this account waits: all that is there has been dealt with. @param {string} account */
  async reached(account) {
    const until = new Date(this.clock() - LATE).toISOString();
    const kept = new Date(this.clock() - 2 * LATE).toISOString(); // the server's clock may be ahead
    await this.marks.update(marks => {
      const recent = Object.entries(marks[account]?.since ?? {}).filter(([, at]) => at >= kept);
      return { ...marks, [account]: { until, since: Object.fromEntries(recent) } };
    });
  }

  /** @param {string} account @returns {Promise<{until: string, since: Set<string>}>} `until` is empty where nothing is known */
  async of(account) {
    const { until = "", since = {} } = (await this.marks.get())[account] ?? {};
    return { until, since: new Set(Object.keys(since)) };
  }

  /** All is forgotten. */
  forget() {
    return this.marks.update(() => ({}));
  }
}
