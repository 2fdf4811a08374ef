import { HostError, HostTimeout } from "./rpc.js";

/**
 * @typedef {"connecting"|"ready"|"never-started"|"was-lost"|"hanging"|"other-version"} Kind
 * @typedef {{file: string, line: number, message: string, remedy: string, column?: number, source?: string}} Problem what the user wrote that could not be taken
 * @typedef {object} HostState
 * @property {Kind} kind
 * @property {string} detail the reason in the words of Thunderbird or the host, for those who look closer; may be empty
 * @property {number} attempt how often in a row connecting has failed
 * @property {boolean} everReady whether the host has answered since Thunderbird was started
 * @property {string} version the host's, "" when unknown
 * @property {boolean} active whether decisions on incoming mail are carried out
 * @property {string[]} packs
 * @property {number} routes
 * @property {string} configDir
 * @property {Problem[]} problems
 */

const VERSIONS_DO_NOT_FIT = -32001;

/** @type {HostState} */
export const INITIAL = Object.freeze({
  kind: "connecting", detail: "", attempt: 0, everReady: false, version: "",
  active: false, packs: [], routes: 0, configDir: "", problems: [],
});

/**
 * The two halves fit when major and minor are equal.
 * @param {string} one @param {string} other
 */
export function versionsFit(one, other) {
  const majorMinor = (/** @type {string} */ version) => version.split(".").slice(0, 2).join(".");
  return majorMinor(one) === majorMinor(other);
}

/**
 * Which half is behind.
 * @param {string} addon @param {string} host
 * @returns {"addon"|"program"}
 */
export function olderHalf(addon, host) {
  return addon.localeCompare(host, "en", { numeric: true }) < 0 ? "addon" : "program";
}

/**
 * The host has introduced itself, or told a change.
 * @param {HostState} before @param {any} told
 * @returns {HostState}
 */
export function ready(before, told) {
  return {
    kind: "ready", detail: "", attempt: 0, everReady: true,
    version: told.version ?? before.version,
    active: told.active === true,
    packs: told.packs ?? [], routes: told.routes ?? 0, configDir: told.configDir ?? "", problems: told.problems ?? [],
  };
}

/**
 * Connecting or a request failed. Four things are told apart because the user has four different things to do.
 * @param {HostState} before
 * @param {Error} error
 * @returns {HostState}
 */
export function failed(before, error) {
  const after = { ...before, detail: error.message, attempt: before.attempt + 1 };
  if (error instanceof HostError && error.code === VERSIONS_DO_NOT_FIT) {
    return { ...after, kind: "other-version", version: error.data?.host ?? "" };
  }
  if (error instanceof HostTimeout) {
    return { ...after, kind: "hanging" };
  }
  if (error instanceof HostError) {
    return { ...after, kind: "was-lost" }; // it is there and answers, but not so that one could work with it
  }
  const notThere = /no such native application/i.test(error.message);
  return { ...after, kind: notThere || !before.everReady ? "never-started" : "was-lost" };
}
