import { button, element, sentence, time, word } from "./words.js";

/**
 * A message in junk that may be awaited, with the way out for it.
 * @param {{author: string, subject: string, date: string, headerMessageId: string}} message
 * @param {Node[]} why @param {HTMLButtonElement[]} buttons
 */
function junkItem({ author, subject, date, headerMessageId }, why, buttons) {
  const item = element("li", "awaited", [
    time(date), element("div", "subject clip", subject || word("noSubject")), element("div", "quiet clip", word("from", author)), ...why,
    element("p", "choices", buttons)]);
  item.dataset.messageId = headerMessageId;
  return item;
}

/**
 * One that the rules put forward.
 * @param {import("../junk/awaited.js").Awaited} message
 * @param {{rescue: (message: object) => any, dismiss: (message: object) => any}} does
 */
export function awaitedItem(message, { rescue, dismiss }) {
  return junkItem(message, [element("div", "because", sentence(message.because))],
    [button("rescue primary", word("rescue"), () => rescue(message)), button("dismiss", word("notAwaited"), () => dismiss(message))]);
}

/**
 * One that the user has searched for, with the reasons why it went there.
 * @param {import("../junk/search.js").Found} message
 * @param {(message: object) => any} rescue
 */
export function foundItem(message, rescue) {
  const reasons = message.because.map(because => element("li", "because", sentence(because)));
  const why = [element("div", "by", word(`junkBy_${message.by}`)),
    reasons.length > 0 ? element("ul", "reasons", reasons) : element("div", "because", word("junkNoReason"))];
  return junkItem(message, why, [button("rescue primary", word("rescue"), () => rescue(message))]);
}
