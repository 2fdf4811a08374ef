/**
 * Routes as `routes.csv` has them.
 * @param {{from: string, folder: string}[]} routes
 */
export function toCsv(routes) {
  return ["from,folder", ...routes.map(({ from, folder }) => `${from},${quoted(folder)}`)].map(line => `${line}\n`).join("");
}

/** @param {string} folder */
function quoted(folder) {
  return /[",;]/.test(folder) ? `"${folder.replaceAll("\"", "\"\"")}"` : folder;
}

/**
 * The text of a file that a spreadsheet may have written: in UTF-8, or else in the code page of western Windows.
 * @param {ArrayBuffer} bytes
 */
export function textOf(bytes) {
  const text = new TextDecoder("utf-8").decode(bytes);
  return text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}
