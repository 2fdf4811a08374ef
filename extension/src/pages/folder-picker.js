import { shownPath } from "../space/groups.js";
import { element } from "./words.js";

const MOST = 100;

/**
 * Lets a field offer the folders that there are, as one types; a folder that is not there yet can be typed too. By the pattern of an editable combobox
 * with a list (WAI-ARIA Authoring Practices).
 * @param {HTMLInputElement} field @param {string[]} folders paths as people write them
 */
export function offerFolders(field, folders) {
  const list = element("ul", "", []);
  list.id = `${field.id}-folders`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent?.trim() ?? "");
  list.hidden = true;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  const frame = element("div", "picker", []);
  field.replaceWith(frame);
  frame.append(field, list);
  let at = -1;

  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);
  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const take = (/** @type {string} */ folder) => {
    field.value = folder;
    close();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const open = () => {
    list.replaceChildren(...matching(folders, field.value).slice(0, MOST).map((folder, index) => {
      const option = element("li", "", folder);
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.addEventListener("mousedown", event => { event.preventDefault(); take(folder); });
      return option;
    }));
    at = -1;
    list.hidden = list.childElementCount === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
  };
  const go = (/** @type {number} */ by) => {
    if (list.hidden) {
      open();
    }
    const all = options();
    if (all.length === 0) {
      return;
    }
    at = (at + by + all.length + (at < 0 && by < 0 ? 1 : 0)) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    all[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", all[at].id);
  };
  field.addEventListener("input", open);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      go(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      take(options()[at].textContent ?? "");
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
}

/**
 * Those that begin so first, then those that have it somewhere.
 * @param {string[]} folders @param {string} typed
 */
export function matching(folders, typed) {
  const wanted = folded(typed.trim());
  const found = folders.filter(folder => folded(folder).includes(wanted));
  return [...found.filter(folder => folded(folder).startsWith(wanted)), ...found.filter(folder => !folded(folder).startsWith(wanted))];
}

/** @param {string} text */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
}

/**
 * The folders that mail can be sorted into, of one account or all.
 * @param {string} [accountId]
 */
export async function foldersOf(accountId) {
  const folders = await messenger.folders.query(accountId ? { accountId } : {});
  const places = folders.filter(({ isUnified, isVirtual, path, specialUse }) => !isUnified && !isVirtual && path !== "/"
    && !specialUse.some(use => ["outbox", "drafts", "templates", "trash"].includes(use))).map(({ path }) => shownPath(path));
  return [...new Set(places)].sort((one, other) => one.localeCompare(other));
}
