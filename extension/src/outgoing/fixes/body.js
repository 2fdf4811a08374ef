import { withoutShouting } from "./capitals.js";
import { ownLines } from "./own-text.js";

/**
 * @typedef {{text: string, others: boolean, shown: boolean}} Line a line of the message; `others`: in a quote or signature that is marked as such;
 *   `shown`: a picture is in it
 * @typedef {{act: "add", line: number, text: string, above: boolean, tight?: boolean} | {act: "rewrite", line: number, text: string}
 *   | {act: "remove-colours"}} Edit what is done in the window
 */

/** Of the letters of a line, so many are capitals where it shouts. */
const SHOUTING_SHARE = 0.6;
/** So long is a line that goes on in the next. Characters. */
const WRAPPED = 60;
const MOST_NAME_WORDS = 4;

/**
 * The writer's own lines, by number.
 * @param {Line[]} lines
 */
export function own(lines) {
  return ownLines(lines.map(({ text, others }) => others ? "> " : visible(text))).filter(index => !lines[index].others);
}

/** The writer's own text. @param {Line[]} lines */
export function ownTextOf(lines) {
  return own(lines).map(index => visible(lines[index].text)).join("\n");
}

/**
 * A greeting stands first, above a quote too.
 * @param {Line[]} lines @param {string} greeting
 * @returns {Edit[]}
 */
export function greetingEdits(lines, greeting) {
  const first = lines.findIndex(({ text, shown }) => text.trim() !== "" || shown);
  return [{ act: "add", line: Math.max(0, first), text: greeting, above: true }];
}

/**
 * A closing formula stands below the writer's last words, above the signature and the quote that follow; above the name where the writer
 * has signed with no more than that.
 * @param {Line[]} lines @param {string} closing without a comma @param {string} writer the name in From
 * @returns {Edit[]}
 */
export function closingEdits(lines, closing, writer) {
  const mine = own(lines);
  const last = mine.at(-1) ?? 0;
  if (mine.length > 1 && isOwnName(visible(lines[last].text), writer)) {
    return [{ act: "add", line: last, text: `${closing},`, above: true, tight: true }];
  }
  const signed = lines.slice(last + 1).some(({ text, others }) => others || /^-- ?$/.test(text));
  return [{ act: "add", line: last, text: signed ? `${closing},` : closing, above: false }];
}

/**
 * The writer's shouting lines, in an ordinary voice.
 * @param {Line[]} lines @param {import("./capitals.js").Voice} voice
 * @returns {Edit[]}
 */
export function quietEdits(lines, voice) {
  const edits = /** @type {Edit[]} */ ([]);
  let before = "";
  for (const index of own(lines)) {
    const { text } = lines[index];
    const follows = index > 0 && lines[index - 1].text.trim() === before && before.length >= WRAPPED && !/[.!?…:,;]$/.test(before);
    if (shouts(text)) {
      const quiet = withoutShouting(text, { ...voice, follows });
      if (quiet !== text) {
        edits.unshift({ act: "rewrite", line: index, text: quiet });
      }
    }
    before = text.trim();
  }
  return edits;
}

/** Whether a line is written in capitals. @param {string} text */
export function shouts(text) {
  const letters = [...text].filter(letter => letter.toLowerCase() !== letter.toUpperCase());
  return letters.length > 1 && letters.filter(letter => letter === letter.toUpperCase()).length / letters.length >= SHOUTING_SHARE;
}

/** A line that holds the writer's name, or part of it, and nothing else. @param {string} line @param {string} writer */
function isOwnName(line, writer) {
  /** @type {string[]} */
  const words = wordsOf(line);
  /** @type {string[]} */
  const name = wordsOf(writer);
  return words.length > 0 && words.length <= MOST_NAME_WORDS && words.every(word => name.includes(word) || (word.length === 1 && name.some(part => part.startsWith(word))));
}

/** @param {string} text */
function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** In HTML, spaces and breaks of the source are one space to the eye. @param {string} text */
function visible(text) {
  return text.replace(/[\s\u00a0]+/g, " ").trimEnd();
}
