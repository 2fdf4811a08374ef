import { bareAddress, displayName, recipientList } from "./addresses.js";
import { own, shouts } from "./fixes/body.js";

const LONGEST = 160;
const MOST_NAMES = 6;

/**
 * @typedef {object} Passage what of the message a finding speaks of
 * @property {string} text on one line, cut where it is long
 * @property {string} mark the words in it that were found; empty: all of it
 */

/**
 * The place that a finding is about, for the reader to recognise; null where there is none to show.
 * @param {import("./verdict.js").Finding} finding
 * @param {{details: any, lines: import("./fixes/body.js").Line[], coloured: string[], attachments: {name: string, size: number}[]}} message
 * @returns {Passage | null}
 */
export function passageFor({ code, matched = [] }, { details, lines, coloured, attachments }) {
  const mine = own(lines).map(index => lines[index].text.replace(/[\s\u00a0]+/g, " ").trim()).filter(text => text !== "");
  switch (code) {
    case "missing-greeting": return quoted(mine[0]);
    case "missing-closing": return quoted(mine.at(-1));
    case "shouting-body": return quoted(mine.find(shouts));
    case "coloured-text": return quoted(coloured.join(" … "));
    case "forgotten-attachment": return around(mine, matched.map((/** @type {any} */ { value }) => String(value)));
    case "exposed-recipients": return quoted(names([details.to, details.cc].flatMap(recipientList)));
    case "large-attachment": return quoted(attachments.map(({ name }) => name).join(", "));
    default: return null; // the sentence itself says it
  }
}

/** The line in which the words stand, from a little before them. @param {string[]} lines @param {string[]} values @returns {Passage | null} */
function around(lines, values) {
  for (const value of values.filter(one => one.length > 1).sort((one, other) => other.length - one.length)) {
    // Words may go over two lines.
    for (const text of [...lines, ...lines.map((line, index) => `${line} ${lines[index + 1] ?? ""}`)]) {
      const at = plain(text).indexOf(plain(value));
      if (at >= 0) {
        const from = at > LONGEST / 2 ? text.lastIndexOf(" ", at - LONGEST / 3) + 1 : 0;
        return { text: (from > 0 ? "… " : "") + cut(text.slice(from).trim()), mark: text.slice(at, at + value.length) };
      }
    }
  }
  return null;
}

/** As the rules compare: in small letters, without accents; every character keeps its place. @param {string} text */
function plain(text) {
  return [...text].map(letter => letter.normalize("NFD").charAt(0).toLowerCase().padEnd(letter.length).slice(0, letter.length)).join("").replaceAll("’", "'");
}

/** @param {any[]} recipients */
function names(recipients) {
  const shown = recipients.filter(one => typeof one === "string").map(one => displayName(one) || bareAddress(one));
  return shown.slice(0, MOST_NAMES).join(", ") + (shown.length > MOST_NAMES ? ", …" : "");
}

/** @param {string | undefined} text @returns {Passage | null} */
function quoted(text) {
  return text ? { text: cut(text), mark: "" } : null;
}

/** @param {string} text */
function cut(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST) > LONGEST / 2 ? text.lastIndexOf(" ", LONGEST) : LONGEST)} …`;
}
