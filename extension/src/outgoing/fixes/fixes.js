import { displayName, recipientList } from "../addresses.js";
import { moveToBcc } from "./bcc.js";
import { closingEdits, greetingEdits, ownTextOf, quietEdits, shouts } from "./body.js";
import { knownFrom, withoutShouting } from "./capitals.js";
import { FixFailure } from "./failure.js";
import { callName, closingFor, greetingFor } from "./formulas.js";
import { languageOf } from "./language.js";
import { replyToAll } from "./reply-all.js";
import { suggestSubject } from "./subject-suggestion.js";

/**
 * @typedef {object} Fixing what fixes need to know of the world
 * @property {string} language Thunderbird's, for texts that are too short to tell
 * @property {(tabId: number) => Promise<import("./body.js").Line[]>} lines the text in the window
 * @property {(details: any) => Promise<any | null>} original the message that is answered
 * @property {() => Promise<string[]>} own one's own addresses, in lower case
 * @property {(tabId: number) => Promise<{id: number, name: string, size: number}[]>} attachments
 * @property {(attachments: {id: number, name: string, size: number}[]) => Promise<Replaced[]>} smaller pictures among them, made smaller
 *
 * @typedef {{id: number, name: string, file: File, original: File}} Replaced an attachment with what is to stand in its place
 *
 * @typedef {object} Fix how a finding is mended: by one of these
 * @property {Record<string, any>} [set] of the window's details
 * @property {import("./body.js").Edit[]} [edits] of the text
 * @property {Replaced[]} [attachments]
 */

/**
 * How a finding is mended.
 * @param {string} code the finding's @param {Fixing} fixing @param {number} tabId @param {any} details Thunderbird's ComposeDetails
 * @returns {Promise<Fix>} rejects with FixFailure where it cannot be mended
 */
export async function fixFor(code, fixing, tabId, details) {
  const fix = FIXES[code];
  if (!fix) {
    throw new FixFailure("no-fix", code);
  }
  const found = await fix(details, fixing, tabId);
  if (found.edits?.length === 0 || found.attachments?.length === 0) {
    throw new FixFailure(found.edits ? "nothing-to-change" : "not-smaller");
  }
  return found;
}

/** @type {Record<string, (details: any, fixing: Fixing, tabId: number) => Fix | Promise<Fix>>} */
const FIXES = {
  "exposed-recipients": details => ({ set: moveToBcc(details) }),
  "shouting-subject": async (details, fixing, tabId) => {
    const { voice } = await reading(details, fixing, tabId);
    return { set: { subject: withoutShouting(details.subject, voice) } };
  },
  "empty-subject": async (details, fixing, tabId) => {
    const { ownText, voice } = await reading(details, fixing, tabId);
    const answered = await fixing.original(details);
    return { set: { subject: suggestSubject(ownText, await fixing.attachments(tabId), { original: answered?.subject, voice }) } };
  },
  "missing-greeting": async (details, fixing, tabId) => {
    const { lines, voice } = await reading(details, fixing, tabId);
    return { edits: greetingEdits(lines, greetingFor(voice.language, details)) };
  },
  "missing-closing": async (details, fixing, tabId) => {
    const { lines, voice } = await reading(details, fixing, tabId);
    return { edits: closingEdits(lines, closingFor(voice.language), displayName(String(details.from ?? ""))) };
  },
  "shouting-body": async (details, fixing, tabId) => {
    const { lines, voice } = await reading(details, fixing, tabId);
    return { edits: quietEdits(lines, voice) };
  },
  "coloured-text": () => ({ edits: [{ act: "remove-colours" }] }),
  "reply-not-to-all": async (details, { original, own }) => {
    const answered = await original(details);
    if (!answered) {
      throw new FixFailure("no-original");
    }
    return { set: replyToAll(details, answered, await own()) };
  },
  "large-attachment": async (_, { attachments, smaller }, tabId) => ({ attachments: await smaller(await attachments(tabId)) }),
};

/**
 * What a message says, and in which voice.
 * @param {any} details @param {Fixing} fixing @param {number} tabId
 */
async function reading(details, fixing, tabId) {
  const lines = await fixing.lines(tabId);
  const ownText = ownTextOf(lines);
  const language = languageOf([ownText, lines.map(({ text }) => text).join("\n"), details.subject ?? ""], fixing.language);
  const people = [details.from, details.to, details.cc, details.bcc].flatMap(recipientList).filter(person => typeof person === "string");
  const names = people.map(displayName).filter(name => callName(name) !== ""); // persons only: "Sports Club" holds words that are no names
  const calm = [...lines.map(({ text }) => text), details.subject ?? ""].filter(line => !shouts(line));
  return { lines, ownText, voice: { language, ...knownFrom(names, calm) } };
}
