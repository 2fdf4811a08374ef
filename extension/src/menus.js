/**
 * Tripostal's entries in the menus of folders and messages. Each opens a page, which shows before it acts.
 */
export const SORT_FOLDER = "sort-folder";
export const ALWAYS_PUT = "always-put";

/**
 * @param {Record<string, string>} titles by entry
 */
export async function addMenus(titles) {
  await messenger.menus.removeAll(); // the page may have been started before, in another language
  messenger.menus.create({ id: SORT_FOLDER, title: titles[SORT_FOLDER], contexts: ["folder_pane", "message_list"] });
  messenger.menus.create({ id: ALWAYS_PUT, title: titles[ALWAYS_PUT], contexts: ["message_list"] });
}

/**
 * The page that an entry opens; null where there is nothing to open it for.
 * @param {{menuItemId: string | number, selectedFolders?: Folder[], selectedFolder?: Folder, displayedFolder?: Folder, selectedMessages?: MessageList}} info
 * @returns {string | null}
 */
export function pageFor({ menuItemId, selectedFolders, selectedFolder, displayedFolder, selectedMessages }) {
  const message = selectedMessages?.messages[0];
  if (menuItemId === ALWAYS_PUT) {
    return message ? `/pages/always.html?message=${message.id}` : null;
  }
  // A folder that shows what lies in others has messages of several accounts: the folder of the chosen one is meant then.
  const folder = [selectedFolders?.[0], selectedFolder, displayedFolder, message?.folder].find(one => one && !one.isUnified && !one.isVirtual && one.path !== "/");
  return menuItemId === SORT_FOLDER && folder ? `/pages/sort.html?${new URLSearchParams({ account: folder.accountId, path: folder.path })}` : null;
}
