const QUOTE = /^\s{0,3}[>|]/;
const ATTRIBUTION = /\b(wrote|writes|a écrit|a ecrit)\s*:?\s*$/i;
const FORWARDED = /^\s*-{2,}\s*(original message|forwarded message|message d['’]origine|message original|message transféré|message transfere)/i;

/** Outlook's: "De : …", "Envoyé : …" and so on, a line each. */
const OUTLOOK_FIRST = /^\s*(?:from|de)\s*:\s*\S/i;
const OUTLOOK_NEXT = /^\s*(?:sent|date|envoyé|to|à|subject|objet)\s*:/i;

/** What a program puts in front of a signature (RFC 3676, section 4.3). */
export const SIGNATURE = /^-- ?$/;

/**
 * What a line of plain text is: the writer's own, or another's.
 * @param {string[]} lines @param {number} index
 * @returns {"own" | "blank" | "quote" | "signature" | "forwarded"} a signature or a forwarded message begins here
 */
export function kindOf(lines, index) {
  const line = lines[index];
  if (line.trim() === "") {
    return "blank";
  }
  if (SIGNATURE.test(line)) {
    return "signature";
  }
  if (FORWARDED.test(line) || (OUTLOOK_FIRST.test(line) && lines.slice(index + 1, index + 5).filter(next => OUTLOOK_NEXT.test(next)).length > 1)) {
    return "forwarded";
  }
  return QUOTE.test(line) || introducesQuote(lines, index) ? "quote" : "own";
}

/**
 * Where the writer's own lines are. A signature or a forwarded message ends them, unless a quote stands below the signature: then more
 * may follow.
 * @param {string[]} lines
 * @returns {number[]}
 */
export function ownLines(lines) {
  const own = [];
  for (let index = 0, signed = false; index < lines.length; index++) {
    const kind = kindOf(lines, index);
    if (kind === "forwarded") {
      break;
    }
    signed = kind === "signature" || (signed && kind !== "quote");
    if (kind === "own" && !signed) {
      own.push(index);
    }
  }
  return own;
}

/** "On Monday, Ann wrote:", which may go over two lines. @param {string[]} lines @param {number} index */
function introducesQuote(lines, index) {
  const rest = lines.slice(index, index + 4);
  const end = rest.findIndex(line => ATTRIBUTION.test(line));
  const below = rest.slice(end + 1).find(line => line.trim() !== "");
  return end >= 0 && end < 2 && !rest.slice(0, end).some(line => line.trim() === "") && /^\s*(on|le)\b/i.test(lines[index])
    && below !== undefined && QUOTE.test(below)
    || ATTRIBUTION.test(lines[index]) && index > 0 && /^\s*(on|le)\b/i.test(lines[index - 1]) && below !== undefined && QUOTE.test(below);
}
