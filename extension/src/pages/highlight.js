import { element } from "./words.js";

/**
 * A text in which certain words are marked. Everything goes in as text: subjects and names come from other people's mail.
 * @param {string} text @param {string[]} values what to mark, in any case
 * @returns {Node[]}
 */
export function highlighted(text, values) {
  const wanted = values.filter(value => value !== "").sort((one, other) => other.length - one.length);
  if (wanted.length === 0) {
    return [document.createTextNode(text)];
  }
  const pattern = new RegExp(`(${wanted.map(value => value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "iu");
  return text.split(pattern).filter(part => part !== "").map((part, index, parts) =>
    wanted.some(value => value.toLowerCase() === part.toLowerCase()) ? element("mark", "", part) : document.createTextNode(parts[index]));
}
