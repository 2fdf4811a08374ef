import { byId } from "./words.js";

/**
 * Asks before something that cannot be taken back, or that touches much. Escape means no.
 * @param {string} title @param {string} what @param {string} yes the words of the button
 * @returns {Promise<boolean>}
 */
export function sure(title, what, yes) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("sure"));
  byId("sure-title").textContent = title;
  byId("sure-what").textContent = what;
  byId("sure-yes").textContent = yes;
  return new Promise(resolve => {
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
    byId("sure-yes").onclick = () => dialog.close("yes");
    byId("sure-no").onclick = () => dialog.close("no");
    dialog.returnValue = "no";
    dialog.showModal();
    byId("sure-no").focus();
  });
}
