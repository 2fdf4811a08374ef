import { byId, element, word } from "./words.js";

/**
 * Shows what is wrong and what to do about it, in words that can be copied into a report. Where the host answers, it looks itself; where it does not, the
 * add-on tells what it knows.
 * @param {(message: object) => Promise<any>} ask @param {string} addonVersion
 */
export async function diagnose(ask, addonVersion) {
  byId("diagnose").disabled = true;
  byId("diagnosis-section").hidden = false;
  byId("copied").textContent = "";
  byId("diagnosis").replaceChildren(element("li", "quiet", word("diagnosing")));
  const { host } = await messenger.storage.session.get("host");
  const lines = [addOnLine(host, addonVersion), ...await ofHost(ask)];
  byId("diagnosis").replaceChildren(...lines.map(line));
  byId("diagnose").disabled = false;
  byId("copy-diagnosis").onclick = async () => {
    await navigator.clipboard.writeText(lines.map(({ state, says, remedy }) => `${state}: ${says}${remedy && `\n    ${remedy}`}`).join("\n"));
    byId("copied").textContent = word("copied");
  };
}

/** @param {import("../host/state.js").HostState} host @param {string} addonVersion */
function addOnLine(host, addonVersion) {
  const words = host.kind === "ready" ? "diagnosis_connected" : `state_${host.kind}`;
  return {
    state: host.kind === "ready" ? "ok" : "error",
    says: word("diagnosis_addon", [addonVersion, word(words), host.kind === "ready" ? "" : host.detail]).trim(),
    remedy: host.kind === "ready" ? "" : word("diagnosis_addon_remedy"),
  };
}

/** @param {(message: object) => Promise<any>} ask @returns {Promise<{state: string, says: string, remedy: string}[]>} */
async function ofHost(ask) {
  try {
    return (await ask({ request: "host/ask", method: "doctor/run", params: {} })).diagnoses;
  } catch (error) {
    return [{ state: "error", says: word("diagnosis_noHost", /** @type {Error} */ (error).message), remedy: word("diagnosis_noHost_remedy") }];
  }
}

/** @param {{state: string, says: string, remedy: string}} diagnosis */
function line({ state, says, remedy }) {
  const item = element("li", "diagnosis", [
    element("span", "diagnosis-state", word(`diagnosis_${state}`)), element("span", "says", says), ...remedy ? [element("div", "remedy quiet", remedy)] : []]);
  item.dataset.state = state;
  return item;
}
