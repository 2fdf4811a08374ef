/**
 * What the toolbar button shows at a glance: its title says the state, its badge that something waits to be read.
 * @param {import("./host/state.js").HostState} host
 * @param {{seen: boolean}[]} unchecked
 * @param {object[]} [awaited] what lies in junk and may be awaited
 * @returns {{title: string, badge: string}} `title` names a text of `_locales`
 */
export function buttonFor(host, unchecked, awaited = []) {
  if (unchecked.some(({ seen }) => !seen)) {
    return { title: "buttonUnchecked", badge: "!" };
  }
  if (host.kind !== "ready") {
    return { title: TITLES[host.kind], badge: host.kind === "connecting" ? "" : "!" };
  }
  if (host.problems.length > 0) {
    return { title: "buttonProblems", badge: "!" };
  }
  if (awaited.length > 0) {
    return { title: "buttonAwaited", badge: String(awaited.length) };
  }
  return { title: host.active ? "buttonActive" : "buttonInactive", badge: "" };
}

/** @type {Record<string, string>} */
const TITLES = {
  "connecting": "buttonConnecting",
  "never-started": "buttonNeverStarted",
  "was-lost": "buttonWasLost",
  "hanging": "buttonHanging",
  "other-version": "buttonOtherVersion",
};
