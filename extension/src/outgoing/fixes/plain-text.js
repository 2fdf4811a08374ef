import { kindOf, ownLines } from "./own-text.js";

/**
 * Puts a greeting first, above the quote too.
 * @param {string} text @param {string} greeting
 */
export function insertGreetingInText(text, greeting) {
  return `${greeting}\n\n${text.replace(/^(?:[ \t]*\r?\n)+/, "")}`;
}

/**
 * Puts a closing formula below the last line of the writer's own, above the signature and the quote that follow.
 * @param {string} text @param {string} closing
 */
export function insertClosingInText(text, closing) {
  const lines = text.split(/\r?\n/);
  const last = ownLines(lines).at(-1) ?? -1;
  const rest = lines.slice(last + 1);
  const next = rest.findIndex((_, index) => kindOf(rest, index) !== "blank");
  const below = next < 0 ? [] : ["", ...rest.slice(next)];
  return [...lines.slice(0, last + 1), "", closing, ...below].join("\n");
}
