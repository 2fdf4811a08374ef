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
 * Rules give their reasons as clauses; standing alone, one is written as a sentence.
 * @param {string} clause
 */
export function sentence(clause) {
  const begun = clause.charAt(0).toLocaleUpperCase() + clause.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
