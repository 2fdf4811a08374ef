/**
 * @typedef {{code: string, severity: "tip" | "ask" | "block", pack: string, rule: string, because: string, matched?: object[]}} Finding
 * @typedef {object} Review what is remembered of a message that was held
 * @property {Finding[]} findings
 * @property {"sendNow" | "sendLater"} mode how the user asked to send it
 * @property {boolean} asking the user has pressed Send and has not been shown the findings yet
 * @property {Finding[]} [silenced] what the user does not want to hear of again
 * @property {string} [unchecked] why it could not be checked, where what is unchecked may not leave
 */

/**
 * Whether the message is held. A tip is shown where there is something else to show, and stops nothing.
 * @param {Finding[]} findings
 */
export function holds(findings) {
  return findings.some(({ severity }) => severity !== "tip");
}

/**
 * Whether the user may send it all the same.
 * @param {Finding[]} findings
 */
export function maySendAnyway(findings) {
  return findings.every(({ severity }) => severity !== "block");
}

/**
 * Whether Thunderbird would ask about the subject once more after us, which an add-on cannot switch off: then a subject is filled in.
 * @param {string} subject
 */
export function asksAboutSubject(subject) {
  return subject.trim() === "";
}
