import { foundItem } from "./awaited-item.js";
import { byId, fillWords, word } from "./words.js";

// "I am waiting for a mail from …"

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);

/** @param {() => Promise<string>} action gives what to say when it is done */
async function tried(action) {
  byId("trouble").hidden = true;
  try {
    byId("result").textContent = await action();
    byId("result").hidden = false;
  } catch (error) {
    byId("trouble").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("trouble").hidden = false;
  }
}

async function search() {
  byId("find").disabled = true;
  byId("found").replaceChildren();
  byId("result").hidden = true;
  await tried(async () => {
    const found = await ask({ request: "awaited/search", text: byId("text").value });
    byId("found").replaceChildren(...found.map((/** @type {any} */ message) => foundItem(message, rescue)));
    return found.length > 0 ? word("searchFound", String(found.length)) : word("searchNothing");
  });
  byId("find").disabled = false;
}

/** @param {any} which */
function rescue(which) {
  return tried(async () => {
    const { to } = await ask({ request: "awaited/rescue", which });
    [...document.querySelectorAll(".awaited")].find(item => /** @type {HTMLElement} */ (item).dataset.messageId === which.headerMessageId)?.remove();
    return word("rescued", to.replace(/^\//, ""));
  });
}

fillWords();
byId("search").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  search();
});
document.body.dataset.ready = "true";
