/** What is not the writer's own, as Thunderbird marks it. */
const OTHERS = ".moz-signature, .moz-cite-prefix, .moz-forward-container, blockquote";
/** Colours in there were chosen by programs, or by somebody else. */
const NOT_THE_WRITERS_COLOURS = `a, .gmail_quote, .gmail_signature, ${OTHERS}`;
const BLOCK = /^(?:P|DIV|H[1-6]|UL|OL|PRE|TABLE|CENTER|HR)$/;
const ELEMENT = 1;

/**
 * Puts a greeting first, above the quote too.
 * @param {Document} document the message, which is changed @param {string} greeting
 * @returns {string} the message's HTML
 */
export function insertGreeting(document, greeting) {
  const { body } = document;
  while (body.firstChild && isBlank(body.firstChild) && body.childNodes.length > 1) {
    body.firstChild.remove();
  }
  body.insertBefore(line(document, greeting, usesParagraphs(body)), body.firstChild);
  return html(document);
}

/**
 * Puts a closing formula below the writer's last words, above the signature and the quote that follow.
 * @param {Document} document the message, which is changed @param {string} closing
 * @returns {string} the message's HTML
 */
export function insertClosing(document, closing) {
  const last = lastOwn(document.body);
  const parent = last?.parentNode ?? document.body;
  const asBlock = last === null ? usesParagraphs(document.body) : isBlock(last);
  let after = last?.nextSibling ?? null;
  while (after && isBlank(after) && !isOthers(after)) {
    const blank = after;
    after = after.nextSibling;
    blank.remove();
  }
  const added = line(document, closing, asBlock);
  if (!asBlock && last) {
    parent.insertBefore(document.createElement("br"), after);
    parent.insertBefore(document.createElement("br"), after);
  }
  parent.insertBefore(added, after);
  return html(document);
}

/**
 * Takes away the colours that the writer gave to words; not those of links, quotes and signatures.
 * @param {Document} document the message, which is changed
 * @returns {string} the message's HTML
 */
export function removeColours(document) {
  for (const element of document.body.querySelectorAll("[color], [style]")) {
    if (element.closest(NOT_THE_WRITERS_COLOURS) === null) {
      element.removeAttribute("color");
      const style = (element.getAttribute("style") ?? "").split(";").filter(rule => !/^\s*color\s*:/i.test(rule)).join(";").trim();
      if (style === "") {
        element.removeAttribute("style");
      } else {
        element.setAttribute("style", style);
      }
      if (/^(?:FONT|SPAN)$/.test(element.tagName) && element.attributes.length === 0) {
        element.replaceWith(...element.childNodes);
      }
    }
  }
  return html(document);
}

/**
 * The last thing that the writer wrote: a node that holds nothing of others.
 * @param {Node} parent
 * @returns {ChildNode | null}
 */
function lastOwn(parent) {
  for (let node = parent.lastChild; node; node = node.previousSibling) {
    if (!isOthers(node) && !isBlank(node)) {
      const mixed = node.nodeType === ELEMENT && /** @type {Element} */ (node).querySelector(OTHERS) !== null;
      const own = mixed ? lastOwn(node) : node;
      if (own) {
        return own;
      }
    }
  }
  return null;
}

/** @param {Document} document @param {string} text @param {boolean} asBlock */
function line(document, text, asBlock) {
  if (asBlock) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph;
  }
  const fragment = document.createDocumentFragment();
  fragment.append(text, document.createElement("br"), document.createElement("br"));
  return fragment;
}

/** Thunderbird writes paragraphs, or, where the user prefers body text, lines with breaks between. @param {Element} body */
function usesParagraphs(body) {
  return [...body.children].some(isBlock) || [...body.childNodes].every(isBlank);
}

/** @param {Node} node */
function isBlock(node) {
  return BLOCK.test(node.nodeName) && !isOthers(node);
}

/** @param {Node} node */
function isOthers(node) {
  return node.nodeType === ELEMENT && /** @type {Element} */ (node).matches(OTHERS);
}

/** @param {Node} node */
function isBlank(node) {
  return (node.textContent ?? "").trim() === "" && !(node.nodeType === ELEMENT &&
    (/** @type {Element} */ (node).matches("img, hr, table") || /** @type {Element} */ (node).querySelector("img, hr, table") !== null));
}

/** @param {Document} document */
function html({ documentElement }) {
  return documentElement.outerHTML; // eslint-disable-line no-restricted-properties -- only read
}
