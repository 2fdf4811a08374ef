import { packName } from "./pack-name.js";
import { previewLink } from "./preview-link.js";
import { element, sentence, word } from "./words.js";

/** @typedef {{pack: string, rule: string, because: string, says?: string, runs: boolean, organisation?: "first" | "last"}} Rule `organisation`: the user cannot change it */

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
  const { organisation } = rules[0];
  const legend = element("legend", "", [
    switchFor(`pack-${name.replace("/", "-")}`, packName(name), runs, organisation !== undefined, on => on ? switchOn(name) : set({ [`packs.${name}`]: "false" }))]);
  const help = organisation ? word(`pack_organisation_${organisation}`) : word(`pack_${name.split("/")[0]}_help`);
  const made = element("fieldset", "pack", [
    legend, element("p", "quiet", help), ...name === "netiquette" ? [] : [previewLink({ pack: name }, packName(name))], element("ul", "", rules.map(rule => ruleItem(rule, runs, set)))]);
  made.dataset.pack = name;
  return made;
}

/** @param {Rule} rule @param {boolean} packRuns @param {(settings: Record<string, string>) => Promise<any>} set */
function ruleItem({ pack: ofPack, rule, because, says, runs, organisation }, packRuns, set) {
  const item = element("li", "rule", [
    // Rules are named in English, for those who write them; their reasons are in the user's language.
    switchFor(`rule-${rule.replace(/\W+/g, "-").toLowerCase()}`, because ? plain(because) : rule, runs, organisation !== undefined, on => set({
      [`rules.${rule}`]: String(on), ...on && !packRuns ? { [`packs.${ofPack}`]: "true" } : {} })),
    ...says ? [element("p", "says", says)] : [],
    ...because ? [element("p", "quiet", rule)] : [],
    ...ofPack === "netiquette" ? [] : [previewLink({ pack: ofPack, rule }, rule)]]);
  item.dataset.rule = rule;
  return item;
}

/** A rule's reason before there is a message: what it will name is left open. @param {string} because */
function plain(because) {
  return sentence(because.replace(/\{[^}]*\}/g, "…"));
}

/** @param {string} id @param {string} text @param {boolean} on @param {boolean} fixed whether it cannot be changed @param {(on: boolean) => any} change */
function switchFor(id, text, on, fixed, change) {
  const box = /** @type {HTMLInputElement} */ (document.createElement("input"));
  box.type = "checkbox";
  box.id = id;
  box.checked = on;
  box.disabled = fixed;
  box.addEventListener("change", () => change(box.checked));
  return element("label", "", [box, document.createTextNode(text)]);
}
