/**
 * A reason of the add-on's own why a message was left where it is. The pages have a sentence for it (`failure_` and the reason); what
 * Thunderbird or the host say is shown as they say it.
 */
export class Failure extends Error {
  /**
   * @param {"unknown-action" | "no-folder-name" | "lost-each-time" | "body-again" | "wrong-count" | "not-in-junk" | "no-inbox" | "not-moved"} reason
   * @param {string} [value] what the sentence speaks of
   * @param {any} [cause] what Thunderbird says, which is kept beside it
   */
  constructor(reason, value = "", cause = undefined) {
    super(cause ? String(cause.message ?? cause) : value ? `${reason}: ${value}` : reason);
    this.name = "Failure";
    this.reason = reason;
    this.value = value;
  }
}

/**
 * A failure as it is kept in the list of decisions.
 * @param {any} error
 * @returns {{outcome: "failed", error: string, reason?: string, value?: string}}
 */
export function failed(error) {
  const kept = { outcome: /** @type {const} */ ("failed"), error: String(error?.message ?? error) };
  return error instanceof Failure ? { ...kept, reason: error.reason, value: error.value } : kept;
}
