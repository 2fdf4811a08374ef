import { FixFailure } from "./failure.js";
import { moveToBcc } from "./bcc.js";
import { closingFor, greetingFor } from "./formulas.js";
import { insertClosing, insertGreeting, removeColours } from "./html.js";
import { languageOf } from "./language.js";
import { ownText } from "./own-text.js";
import { insertClosingInText, insertGreetingInText } from "./plain-text.js";
import { replyToAll } from "./reply-all.js";
import { withoutShouting } from "./subject-case.js";
import { suggestSubject } from "./subject-suggestion.js";

/**
 * @typedef {object} Fixing what fixes need to know of the world
 * @property {(html: string) => Document} parse
 * @property {string} language Thunderbird's, for texts that are too short to tell
 * @property {(details: any) => Promise<any | null>} original the message that is answered
 * @property {() => Promise<string[]>} own one's own addresses, in lower case
 * @property {(tabId: number) => Promise<{name: string}[]>} attachments
 */

/**
 * What to set in the compose window, so that a finding is mended.
 * @param {string} code the finding's @param {Fixing} fixing @param {number} tabId @param {any} details Thunderbird's ComposeDetails
 * @returns {Promise<object>} rejects with FixFailure where it cannot be mended
 */
export async function fixFor(code, fixing, tabId, details) {
  const fix = FIXES[code];
  if (!fix) {
    throw new FixFailure("no-fix", code);
  }
  return fix(details, fixing, tabId);
}

/** @type {Record<string, (details: any, fixing: Fixing, tabId: number) => object | Promise<object>>} */
const FIXES = {
  "exposed-recipients": details => moveToBcc(details),
  "shouting-subject": ({ subject }) => ({ subject: withoutShouting(subject) }),
  "empty-subject": async ({ plainTextBody }, { attachments }, tabId) => ({ subject: suggestSubject(plainTextBody ?? "", await attachments(tabId)) }),
  "missing-greeting": (details, { parse, language }) => {
    const greeting = greetingFor(languageOf(ownText(details.plainTextBody ?? ""), language), details);
    return details.isPlainText ? { plainTextBody: insertGreetingInText(details.plainTextBody, greeting) }
      : { body: insertGreeting(parse(details.body), greeting) };
  },
  "missing-closing": (details, { parse, language }) => {
    const closing = closingFor(languageOf(ownText(details.plainTextBody ?? ""), language));
    return details.isPlainText ? { plainTextBody: insertClosingInText(details.plainTextBody, closing) }
      : { body: insertClosing(parse(details.body), closing) };
  },
  "coloured-text": ({ body }, { parse }) => ({ body: removeColours(parse(body)) }),
  "reply-not-to-all": async (details, { original, own }) => {
    const answered = await original(details);
    if (!answered) {
      throw new FixFailure("no-original");
    }
    return replyToAll(details, answered, await own());
  },
};
