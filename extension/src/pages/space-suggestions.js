import { button, byId, element, time, word } from "./words.js";

/**
 * Routes that the user's own hand has drawn, with what they rest on; each can be looked at first, or dismissed for good.
 * @param {(message: object) => Promise<any>} ask @param {(action: () => Promise<void>) => Promise<void>} tried
 */
export async function showSuggestions(ask, tried) {
  const found = await ask({ request: "suggestions/list" });
  byId("suggestions-section").hidden = found.length === 0;
  byId("suggestions").replaceChildren(...found.map((/** @type {any} */ suggestion) => item(suggestion, ask, tried)));
}

/** @param {any} suggestion @param {(message: object) => Promise<any>} ask @param {(action: () => Promise<void>) => Promise<void>} tried */
function item({ account, from, folder, count, evidence }, ask, tried) {
  const look = button("look primary", word("suggestLook"), () => messenger.tabs.create({ url:
    `/pages/always.html?${new URLSearchParams({ account, from, into: folder })}` }));
  const dismiss = button("dismiss", word("suggestDismiss"), () => tried(async () => {
    await ask({ request: "suggestions/dismiss", which: { account, from, folder } });
    await showSuggestions(ask, tried);
  }));
  const made = element("li", "suggestion", [
    element("div", "", [
      element("strong", "", word("suggestRoute", [from, folder])),
      element("details", "", [element("summary", "", word("suggestBecause", String(count))),
        element("ul", "evidence", evidence.map((/** @type {any} */ { at, subject }) => element("li", "quiet", [time(at), document.createTextNode(` ${subject || word("noSubject")}`)])))])]),
    element("div", "buttons", [look, dismiss])]);
  made.dataset.from = from;
  return made;
}
