import { FixFailure } from "./failure.js";
import { ownText } from "./own-text.js";

const MOST_WORDS = 7;
const MOST_CHARACTERS = 60;
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|bonjour|bonsoir|salut|coucou|cher|chère|chers|chères|madame|monsieur|mesdames)\b/i;
/** A title does not end with one of these. */
const LEFT_HANGING = /^(?:a|an|the|to|of|in|on|at|for|and|or|with|by|from|is|are|le|la|les|l’|un|une|des|du|de|à|au|aux|et|ou|en|dans|pour|par|avec|sur|que|qui|est|sont)$/i;
const MOST_GREETING_WORDS = 6;

/**
 * A subject for a message that has none: its first words, without the greeting; or the name of its first attachment.
 * @param {string} plainText @param {{name: string}[]} attachments
 */
export function suggestSubject(plainText, attachments) {
  const lines = ownText(plainText).split("\n").map(line => line.trim()).filter(line => line !== "");
  const line = lines.map((text, index) => index < 2 ? withoutGreeting(text) : text).find(text => /\p{L}/u.test(text));
  const subject = line ? firstWords(line) : fileTitle(attachments[0]?.name ?? "");
  if (subject === "") {
    throw new FixFailure("nothing-to-suggest");
  }
  return subject.charAt(0).toLocaleUpperCase() + subject.slice(1);
}

/** "Hello Ann, the report is ready" gives "the report is ready"; a line that only greets gives nothing. @param {string} line */
function withoutGreeting(line) {
  const [clause] = line.split(/[,!.:]/, 1);
  return GREETING.test(line) && clause.split(/\s+/).length <= MOST_GREETING_WORDS ? line.slice(clause.length + 1).trim() : line;
}

/** @param {string} line */
function firstWords(line) {
  const [sentence] = line.split(/[.!?…](?:\s|$)/, 1);
  const words = sentence.split(/\s+/).slice(0, MOST_WORDS);
  while (words.length > 1 && words.join(" ").length > MOST_CHARACTERS) {
    words.pop();
  }
  while (words.length > 2 && LEFT_HANGING.test(words.at(-1) ?? "")) {
    words.pop();
  }
  return words.join(" ").slice(0, MOST_CHARACTERS).replace(/[\s,;:–-]+$/, "");
}

/** @param {string} name of a file */
function fileTitle(name) {
  return name.replace(/\.[^.]{1,5}$/, "").replace(/[_\s]+/g, " ").trim();
}
