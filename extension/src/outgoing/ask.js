/**
 * Shows a held message's findings, in the first of three ways that works: the popup of the button in the compose window; a window
 * of its own, where the user took the button away; and where neither opens, the message is sent and the user told, since a message that
 * silently stays is worse than one that was not shown. (One that a rule blocks stays, and that is told.)
 * @param {object} ways
 * @param {() => Promise<boolean>} ways.popup false when there is no button to open it from
 * @param {() => Promise<any>} ways.window
 * @param {(error: Error) => Promise<any>} ways.sendAndTell
 * @returns {Promise<"popup" | "window" | "sent">}
 */
export async function ask({ popup, window, sendAndTell }) {
  try {
    if (await popup()) {
      return "popup";
    }
  } catch (error) {
    console.warn("Tripostal: the popup could not be opened:", error);
  }
  try {
    await window();
    return "window";
  } catch (error) {
    await sendAndTell(/** @type {Error} */ (error));
    return "sent";
  }
}
