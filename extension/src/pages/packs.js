import { previewLink } from "./preview-link.js";
import { element, sentence, word } from "./words.js";

/** @typedef {{pack: string, rule: string, because: string, says?: string, runs: boolean}} Rule */

/**
 * The packs with their rules, each with a switch.
 * @param {Rule[]} rules
 * @param {(settings: Record<string, string>) => Promise<any>} set
 * @param {(pack: string) => Promise<any>} switchOn
 */
export function packs(rules, set, switchOn) {
  const names = [...new Set(rules.map(({ pack }) => pack))];
  return names.map(name => pack(name, rules.filter(rule => rule.pack === name), set, switchOn));
}

/**
 * @param {string} name @param {Rule[]} rules
 * @param {(settings: Record<string, string>) => Promise<any>} set @param {(pack: string) => Promise<any>} switchOn
 */
function pack(name, rules, set, switchOn) {
  const runs = rules.some(rule => rule.runs);
  const legend = element("legend", "", [switchFor(`pack-${name}`, word(`pack_${name}`) || name, runs, on => on ? switchOn(name) : set({ [`packs.${name}`]: "false" }))]);
  const made = element("fieldset", "pack", [
    legend, element("p", "quiet", word(`pack_${name}_help`)), ...name === "netiquette" ? [] : [previewLink({ pack: name }, word(`pack_${name}`) || name)], element("ul", "", rules.map(rule => ruleItem(rule, runs, set)))]);
  made.dataset.pack = name;
  return made;
}

/** @param {Rule} rule @param {boolean} packRuns @param {(settings: Record<string, string>) => Promise<any>} set */
function ruleItem({ pack: packName, rule, because, says, runs }, packRuns, set) {
  const item = element("li", "rule", [
    // Rules are named in English, for those who write them; their reasons are in the user's language.
    switchFor(`rule-${rule.replace(/\W+/g, "-").toLowerCase()}`, because ? plain(because) : rule, runs, on => set({
      [`rules.${rule}`]: String(on), ...on && !packRuns ? { [`packs.${packName}`]: "true" } : {} })),
    ...says ? [element("p", "says", says)] : [],
    ...because ? [element("p", "quiet", rule)] : [],
    ...packName === "netiquette" ? [] : [previewLink({ pack: packName, rule }, rule)]]);
  item.dataset.rule = rule;
  return item;
}

/** A rule's reason before there is a message: what it will name is left open. @param {string} because */
function plain(because) {
  return sentence(because.replace(/\{[^}]*\}/g, "…"));
}

/** @param {string} id @param {string} text @param {boolean} on @param {(on: boolean) => any} change */
function switchFor(id, text, on, change) {
  const box = /** @type {HTMLInputElement} */ (document.createElement("input"));
  box.type = "checkbox";
  box.id = id;
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  return element("label", "", [box, document.createTextNode(text)]);
}
