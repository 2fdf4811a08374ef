import { mailApi } from "../incoming/thunderbird.js";
import { button, word } from "./words.js";

/** The first account's inbox, where a preview begins; undefined where there is none. */
export async function firstInbox() {
  const accounts = await messenger.accounts.list(false);
  for (const { id } of accounts) {
    const [inbox] = await mailApi.inboxes(id);
    if (inbox) {
      return inbox;
    }
  }
  return undefined;
}

/**
 * A button that shows what something would do in the inbox.
 * @param {import("../folder-run/job.js").What} what @param {string} of names it for those who hear the page
 */
export function previewLink(what, of) {
  const made = button("preview link", word("previewFirst"), async () => {
    const inbox = await firstInbox();
    if (inbox) {
      await messenger.tabs.create({ url: `/pages/sort.html?${new URLSearchParams({ account: inbox.accountId, path: inbox.path, what: JSON.stringify(what) })}` });
    }
  });
  made.setAttribute("aria-label", word("previewOf", of));
  return made;
}
