import { button, byId, element, time, word } from "./words.js";

/**
 * What the user does not want to be asked again, each with a way to be asked after all.
 * @param {(message: object) => Promise<any>} ask the background page
 */
export async function showSilences(ask) {
  const list = await ask({ request: "silences/list" });
  byId("no-silences").hidden = list.length > 0;
  byId("silences").replaceChildren(...list.map((/** @type {import("../outgoing/silences.js").Silence} */ silence) => silenceItem(silence, async () => {
    await ask({ request: "silences/revoke", id: silence.id });
    await showSilences(ask);
  })));
}

/** @param {import("../outgoing/silences.js").Silence} silence @param {() => Promise<void>} revoke */
function silenceItem({ id, code, since, recipients, until }, revoke) {
  const scope = until ? word("silencedToday") : recipients ? word("silencedFor", recipients.join(", ")) : word("silencedAlways");
  const again = button("revoke", word("askAgain"), revoke);
  again.setAttribute("aria-describedby", `silence-${id}`);
  const what = element("span", "what", [element("strong", "", word(`code_${code}`)), document.createTextNode(" "), element("span", "quiet", [document.createTextNode(`${scope} · `), time(since)])]);
  what.id = `silence-${id}`;
  const item = element("li", "silence", [what, again]);
  item.dataset.code = code;
  return item;
}

/**
 * What the organisation decided by Thunderbird's policies, where it did.
 * @param {(message: object) => Promise<any>} ask the background page
 */
export async function showPolicy(ask) {
  const { block, noHostNoSend, problems } = await ask({ request: "policy/decided" });
  byId("policy-section").hidden = block.length === 0 && !noHostNoSend && problems.length === 0;
  byId("policy").replaceChildren(
    ...block.map((/** @type {string} */ code) => element("li", "", word("policyBlocks", word(`code_${code}`)))),
    ...noHostNoSend ? [element("li", "", word("policyNoHostNoSend"))] : [],
    ...problems.map((/** @type {{name: string, value: string}} */ { name, value }) => element("li", "problem", word("policyProblem", [name, value]))));
}
