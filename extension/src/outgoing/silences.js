import { bareAddress, recipientList } from "./addresses.js";

/**
 * @typedef {"recipients" | "kind" | "today"} Scope
 * @typedef {object} Silence "do not ask again" about one kind of finding
 * @property {string} id
 * @property {string} code the finding's
 * @property {string} since ISO 8601
 * @property {string[]} [recipients] only where a message goes to nobody else; bare addresses
 * @property {string} [until] ISO 8601; without it, until it is revoked
 */

/**
 * All to whom a message goes, as bare addresses.
 * @param {{to?: any, cc?: any, bcc?: any}} details of the compose window
 */
export function addressees({ to, cc, bcc }) {
  return [...new Set([to, cc, bcc].flatMap(recipientList).map(who => typeof who === "string" ? bareAddress(who) : `${who.type} ${who.id}`))];
}

/**
 * Parts findings into those to speak of and those that the user does not want to hear of. What nobody may send past is always spoken of.
 * @template {import("./verdict.js").Finding} F
 * @param {F[]} findings @param {string[]} recipients @param {Silence[]} silences @param {Date} now
 * @returns {{findings: F[], silenced: F[]}}
 */
export function sifted(findings, recipients, silences, now) {
  const silent = (/** @type {F} */ { code, severity }) => severity !== "block" && silences.some(silence => silence.code === code && covers(silence, recipients, now));
  return { findings: findings.filter(finding => !silent(finding)), silenced: findings.filter(silent) };
}

/** @param {Silence} silence @param {string[]} recipients @param {Date} now */
function covers({ recipients: only, until }, recipients, now) {
  return !isOver({ until }, now) && (!only || (recipients.length > 0 && recipients.every(recipient => only.includes(recipient))));
}

/** @param {{until?: string}} silence @param {Date} now */
function isOver({ until }, now) {
  return until !== undefined && Date.parse(until) <= now.getTime();
}

/** What the user does not want to be asked again. */
export class Silences {
  /**
   * @param {import("../store.js").Stored<Silence[]>} stored in storage.local
   * @param {() => Date} [now] @param {() => string} [newId]
   */
  constructor(stored, now = () => new Date(), newId = () => crypto.randomUUID()) {
    this.stored = stored;
    this.now = now;
    this.newId = newId;
  }

  /** Those that hold, the newest first. */
  async list() {
    return (await this.stored.get()).filter(silence => !isOver(silence, this.now()));
  }

  /**
   * @param {string} code @param {Scope} scope @param {string[]} recipients of the message at hand
   */
  add(code, scope, recipients) {
    const now = this.now();
    /** @type {Silence} */
    const silence = { id: this.newId(), code, since: now.toISOString() };
    if (scope === "recipients") {
      silence.recipients = recipients;
    } else if (scope === "today") {
      silence.until = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
    }
    return this.stored.update(list => [silence, ...list.filter(one => !isOver(one, now))]);
  }

  /** @param {string} id */
  revoke(id) {
    return this.stored.update(list => list.filter(silence => silence.id !== id));
  }
}
