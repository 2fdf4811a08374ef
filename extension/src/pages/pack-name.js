import { word } from "./words.js";

/**
 * What people call a pack. Those of the user and of the organisation are folders among their rules: `user/club`.
 * @param {string} name
 */
export function packName(name) {
  const [all, ...folder] = name.split("/");
  const said = word(`pack_${all}`) || all;
  return folder.length > 0 ? word("packBelow", [said, folder.join("/")]) : said;
}
