import { shouts } from "./body.js";
import { withoutShouting } from "./capitals.js";
import { FixFailure } from "./failure.js";

const MOST_WORDS = 7;
const MOST_CHARACTERS = 60;
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|bonjour|bonsoir|salut|coucou|cher|chère|chers|chères|madame|monsieur|mesdames)\b/i;
/** A title does not end with one of these. */
const LEFT_HANGING = /^(?:a|an|the|to|of|in|on|at|for|and|or|with|by|from|is|are|le|la|les|l’|un|une|des|du|de|à|au|aux|et|ou|en|dans|pour|par|avec|sur|que|qui|est|sont)$/i;
/** How letters begin before they come to the point. */
const LEAD_IN = new RegExp("^(?:(?:please|kindly)\\s+)?(?:find|see)\\s+(?:attached|enclosed|below)\\b\\s*(?:(?:the|my|our|a|an|your)\\s+)?|^(?:attached|enclosed)\\s+(?:is|are|please find)\\s+(?:(?:the|my|our|a|an)\\s+)?"
  + "|^(?:i am|i’m|i'm|i)\\s+writ(?:e|ing)\\s+(?:to you\\s+)?(?:about|to|regarding|concerning)\\s+|^(?:just\\s+)?a\\s+(?:quick|short)\\s+(?:note|question|word)\\s+(?:about|to|on)\\s+"
  + "|^(?:veuillez|vous)\\s+(?:trouver(?:ez)?)\\s+(?:ci[- ]joint\\p{L}*|en pièce jointe|en pj)\\s*,?\\s*(?:(?:l[ea]s?|un|une|mon|ma|mes|notre|nos)\\s+)?"
  + "|^ci[- ]joint\\p{L}*\\s*,?\\s*(?:(?:l[ea]s?|un|une|mon|ma|mes|notre|nos)\\s+)?|^je (?:vous|t['’])\\s*(?:écris|envoie|joins)\\s+(?:(?:pour|au sujet de|à propos de|l[ea]s?|un|une|mon|ma|mes)\\s+)?", "iu");
const MOST_GREETING_WORDS = 6;

/**
 * A subject for a message that has none: in an answer that of the original; else its first words, without greeting and preamble; else the name of its
 * first attachment.
 * @param {string} ownText @param {{name: string}[]} attachments
 * @param {{original?: string, voice?: import("./capitals.js").Voice}} [more] `original`: the subject that is answered
 */
export function suggestSubject(ownText, attachments, { original = "", voice = { language: "en", names: new Set(), acronyms: new Set() } } = {}) {
  if (original.trim() !== "") {
    return /^\s*(?:re|aw|sv|tr|fwd?)\s*:/i.test(original) ? original.trim() : `Re: ${original.trim()}`;
  }
  const lines = ownText.split("\n").map(line => line.trim()).filter(line => line !== "");
  const line = lines.map((text, index) => index < 2 ? withoutGreeting(text) : text).find(text => /\p{L}/u.test(text)) ?? "";
  const point = toThePoint(line);
  const title = firstWords(point);
  const file = fileTitle(attachments[0]?.name ?? "");
  // Of "please find attached the file" the file's name says more.
  const vague = point !== line && !title.includes(" ");
  const subject = vague && file !== "" ? file : title || file || firstWords(line);
  if (subject === "") {
    throw new FixFailure("nothing-to-suggest");
  }
  const quiet = shouts(subject) ? withoutShouting(subject, voice) : subject;
  return quiet.charAt(0).toLocaleUpperCase() + quiet.slice(1);
}

/** "Hello Ann, the report is ready" gives "the report is ready"; a line that only greets gives nothing. @param {string} line */
function withoutGreeting(line) {
  const [clause] = line.split(/[,!.:]/, 1);
  return GREETING.test(line) && clause.split(/\s+/).length <= MOST_GREETING_WORDS ? line.slice(clause.length + 1).trim() : line;
}

/** @param {string} line */
function toThePoint(line) {
  const point = line.slice(LEAD_IN.exec(line)?.[0].length ?? 0);
  return /\p{L}/u.test(point) ? point : "";
}

/** @param {string} line */
function firstWords(line) {
  const [sentence] = line.split(/[.!?…](?:\s|$)/, 1);
  const asks = line.charAt(sentence.length) === "?" || /\s\?$/.test(sentence);
  const all = sentence.trim().split(/\s+/);
  const words = all.slice(0, MOST_WORDS);
  while (words.length > 1 && words.join(" ").length > MOST_CHARACTERS) {
    words.pop();
  }
  while (words.length > 2 && words.length < all.length && LEFT_HANGING.test(words.at(-1) ?? "")) {
    words.pop();
  }
  const title = words.join(" ").slice(0, MOST_CHARACTERS).replace(/[\s,;:–-]+$/, "");
  return asks && words.length === all.length ? `${title}?` : title;
}

/** @param {string} name of a file */
function fileTitle(name) {
  return name.replace(/\.[^.]{1,5}$/, "").replace(/[_\s]+/g, " ").trim();
}
