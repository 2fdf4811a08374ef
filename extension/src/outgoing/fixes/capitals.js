import { ACRONYMS, ENGLISH_CAPITALS, NAMES, SPOKEN, TITLES } from "./names.js";

/**
 * @typedef {object} Voice what helps to tell names from words
 * @property {"fr" | "en"} language
 * @property {Set<string>} names of the people and things in this message, in lower case
 * @property {Set<string>} acronyms that this message writes in capitals where it does not shout, in lower case
 * @property {boolean} [follows] it goes on with a sentence that was begun before
 */

/** What stands in front of a subject, and is not the writer's: "Re:", "TR :", "[list]". */
const PREFIX = /^(?:\s*(?:(?:re|aw|sv|fwd?|tr|réf?)\s*:|\[[^\]]*\])\s*)+/i;
const WORD_OR_STOP = /[\p{L}\p{M}\p{N}@._]*[\p{L}\p{M}\p{N}]|[.!?…]+/gu;
/** After these comes the reader's name, or one of the others. */
const GREETS = /^(?:hello|hi|hey|dear|bonjour|bonsoir|salut|cher|chère|coucou)$/i;
const NO_NAME = /^(?:all|everyone|everybody|there|again|team|sir|madam|friends?|customers?|colleagues?|à|tous|toutes|et|les|madame|monsieur|ami|amie|collègues?|client|cliente)$/i;
/** Links, which are not words. */
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;
const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;

/**
 * A text in capitals as it is written otherwise: sentences begin with one; names, abbreviations, addresses and words with digits keep what they have, and so
 * does what is not in capitals. Every character stays in its place.
 * @param {string} text @param {Voice} voice
 */
export function withoutShouting(text, voice) {
  const prefix = PREFIX.exec(text)?.[0] ?? "";
  const rest = text.slice(prefix.length);
  const links = [...rest.matchAll(LINK)].map(({ 0: link, index }) => [index, index + link.length]);
  let starts = !voice.follows || prefix !== "";
  let named = false;
  return prefix + rest.replace(WORD_OR_STOP, (word, at) => {
    if (links.some(([from, to]) => at >= from && at < to)) {
      return word;
    }
    const next = rest.charAt(at + word.length);
    if (/^[.!?…]+$/.test(word)) {
      starts ||= !named; // the point of "M. Durand" ends no sentence
      return word;
    }
    const first = starts;
    const name = named && !NO_NAME.test(word);
    starts = false;
    named = (first && GREETS.test(word) && next === " ") || (TITLES.has(word.toLowerCase()) && (next === "." || (next === " " && word.length > 1)));
    return written(word, { first, name, initial: next === "." && [...word].length === 1, beforeHyphen: next === "-" }, voice);
  });
}

/**
 * @param {string} word @param {{first: boolean, name: boolean, initial: boolean, beforeHyphen: boolean}} here
 * @param {Voice} voice
 */
function written(word, { first, name, initial, beforeHyphen }, voice) {
  const lower = word.toLocaleLowerCase();
  const shouts = word === word.toLocaleUpperCase() && word !== lower;
  if (!shouts || lower.length !== word.length || initial || isCode(word, voice)) {
    return word;
  }
  if (TITLES.has(lower) && !beforeHyphen && lower !== "m") {
    return TITLES.get(lower) ?? word;
  }
  const english = voice.language === "en" && ENGLISH_CAPITALS.has(lower);
  return first || name || english || NAMES.has(lower) || voice.names.has(lower) || (word === "I" && voice.language === "en") ? capitalised(lower) : lower;
}

/** Abbreviations, numbers, addresses. @param {string} word @param {Voice} voice */
function isCode(word, { acronyms }) {
  const lower = word.toLowerCase();
  return /[\d@_.]/.test(word) || ACRONYMS.has(lower) || acronyms.has(lower) || (word.length > 1 && ROMAN.test(word))
    || (/^[BCDFGHJKLMNPQRSTVWXZ]{2,6}$/.test(word) && !SPOKEN.has(lower) && !TITLES.has(lower));
}

/** @param {string} word */
function capitalised(word) {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/**
 * What a message itself tells of names and abbreviations: who it is from and to, and how its lines that do not shout write a word.
 * @param {string[]} people display names
 * @param {string[]} calm lines that do not shout
 * @returns {{names: Set<string>, acronyms: Set<string>}}
 */
export function knownFrom(people, calm) {
  const names = new Set(people.flatMap(person => person.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []));
  const acronyms = new Set();
  for (const line of calm) {
    for (const { 0: word, index } of line.matchAll(/\p{L}[\p{L}\p{M}]+/gu)) {
      const begins = /(?:^|[.!?…:«“"(-])\s*$/.test(line.slice(0, index));
      if (word === word.toUpperCase()) {
        acronyms.add(word.toLowerCase());
      } else if (!begins && /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(word)) {
        names.add(word.toLowerCase());
      }
    }
  }
  return { names, acronyms };
}
