/**
 * A text of `_locales` in the user's language.
 * @param {string} name its name; `-` stands for `_`, so that names of the protocol can be used as they are
 * @param {string | string[]} [values]
 */
export function word(name, values) {
  return messenger.i18n.getMessage(name.replaceAll("-", "_"), values);
}

/** Fills every element that names its text in `data-word`. */
export function fillWords() {
  document.documentElement.lang = messenger.i18n.getUILanguage();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word]"))) {
    element.textContent = word(element.dataset.word ?? "");
  }
}

/**
 * A new element with words in it. Words go in as text, never as markup: some of them come from other people's mail.
 * @param {string} tag @param {string} className @param {string | Node[]} content
 */
export function element(tag, className, content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...typeof content === "string" ? [content] : content);
  return made;
}

/** @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * The moment of an event, as short as it is clear.
 * @param {string} at ISO 8601
 */
export function time(at) {
  const made = /** @type {HTMLTimeElement} */ (element("time", "", new Date(at).toLocaleString(messenger.i18n.getUILanguage(),
    { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })));
  made.dateTime = at;
  return made;
}

/**
 * A button that does something, and can be pressed again when that is over.
 * @param {string} className @param {string} text @param {() => any} action
 */
export function button(className, text, action) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className, text));
  made.type = "button";
  made.addEventListener("click", async () => {
    made.disabled = true;
    await Promise.resolve(action()).finally(() => { made.disabled = false; });
  });
  return made;
}

/** What an action did, or would do, in words. @param {any} action @param {"did" | "would"} tense */
export function actionWords({ type, folder, tag }, tense) {
  return word(`${tense}_${type}`, folder ?? tag ?? "") || type;
}

/**
 * Rules give their reasons as clauses; standing alone, one is written as a sentence.
 * @param {string} clause
 */
export function sentence(clause) {
  const begun = clause.charAt(0).toLocaleUpperCase() + clause.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
