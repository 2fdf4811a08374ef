import { CODES } from "./codes.js";

/**
 * @typedef {object} Decided what an organisation has decided for its computers
 * @property {string[]} block findings that nobody sends past, by code
 * @property {boolean} noHostNoSend what could not be checked does not leave
 * @property {{name: string, value: string}[]} problems what could not be taken; all else holds
 */

/** @type {Decided} */
const NOTHING = { block: [], noHostNoSend: false, problems: [] };

/** What the administrator set for this add-on in Thunderbird's policies (storage.managed): nothing, on most computers. */
export class Policy {
  /** What holds now: known as soon as `ready` is over. */
  decided = NOTHING;

  /** @param {() => Promise<any>} read messenger.storage.managed.get; rejects where there are no policies for this add-on */
  constructor(read) {
    /** @type {Promise<void>} */
    this.ready = read().then(values => { this.decided = decidedBy(values); }, error => {
      if (!/manifest not found/i.test(error.message)) {
        console.error("Tripostal: what the organisation decided cannot be read:", error);
        this.decided = { ...NOTHING, problems: [{ name: "storage.managed", value: error.message }] };
      }
    });
  }

  /**
   * Findings, as grave as the organisation wants them.
   * @param {import("./verdict.js").Finding[]} findings
   */
  weighed(findings) {
    const { block } = this.decided;
    return block.length === 0 ? findings : findings.map(finding => block.includes(finding.code) ? { ...finding, severity: /** @type {const} */ ("block") } : finding);
  }
}

/**
 * @param {any} values
 * @returns {Decided}
 */
export function decidedBy({ block = [], noHostNoSend = false, ...others } = {}) {
  const codes = Array.isArray(block) ? block : [block];
  const wrong = codes.filter(code => !CODES.includes(code));
  return {
    block: codes.filter(code => CODES.includes(code)),
    noHostNoSend: noHostNoSend === true,
    problems: [
      ...wrong.map(code => ({ name: "block", value: JSON.stringify(code) })),
      ...typeof noHostNoSend === "boolean" ? [] : [{ name: "noHostNoSend", value: JSON.stringify(noHostNoSend) }],
      ...Object.keys(others).map(name => ({ name, value: JSON.stringify(others[name]) })),
    ],
  };
}
