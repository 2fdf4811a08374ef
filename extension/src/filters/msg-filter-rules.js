/**
 * Thunderbird's own filters, `msgFilterRules.dat`: lines of `key="value"`, a filter from each `name` on.
 *
 * @typedef {{name: string, enabled: boolean, actions: {type: string, value: string}[], condition: string}} Filter
 * @typedef {{field: string, operator: string, value: string}} Term
 * @typedef {"switched-off" | "several-actions" | "not-a-move" | "other-account" | "all-of-several" | "not-the-sender" | "not-an-address" | "unreadable"} Reason
 * @typedef {{routes: {from: string, folder: string, filter: string}[], left: {filter: string, reason: Reason, detail: string}[]}} Mapped
 */

/** @param {string} text @returns {Filter[]} */
export function readFilters(text) {
  /** @type {Filter[]} */
  const filters = [];
  for (const [, key, escaped] of text.matchAll(/^(\w+)="((?:[^"\\]|\\.)*)"\s*$/gm)) {
    const value = escaped.replace(/\\(["\\])/g, "$1");
    const filter = filters[filters.length - 1];
    if (key === "name") {
      filters.push({ name: value, enabled: true, actions: [], condition: "" });
    } else if (filter && key === "enabled") {
      filter.enabled = value === "yes";
    } else if (filter && key === "action") {
      filter.actions.push({ type: value, value: "" });
    } else if (filter && key === "actionValue" && filter.actions.length > 0) {
      filter.actions[filter.actions.length - 1].value = value;
    } else if (filter && key === "condition") {
      filter.condition = value;
    }
  }
  return filters;
}

/**
 * The filters that say what routes say; and why the others do not.
 * @param {Filter[]} filters
 * @returns {Mapped}
 */
export function toRoutes(filters) {
  /** @type {Mapped} */
  const mapped = { routes: [], left: [] };
  for (const filter of filters) {
    try {
      mapped.routes.push(...routesOf(filter));
    } catch (error) {
      if (!(error instanceof NotARoute)) {
        throw error;
      }
      mapped.left.push({ filter: filter.name, reason: error.reason, detail: error.detail });
    }
  }
  return mapped;
}

class NotARoute extends Error {
  /** @param {Reason} reason @param {string} [detail] */
  constructor(reason, detail = "") {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** @param {Filter} filter */
function routesOf({ name, enabled, actions, condition }) {
  if (!enabled) {
    throw new NotARoute("switched-off");
  }
  const doing = actions.filter(({ type }) => type !== "Stop execution");
  if (doing.length !== 1) {
    throw new NotARoute("several-actions", doing.map(({ type }) => type).join(", "));
  }
  if (doing[0].type !== "Move to folder") {
    throw new NotARoute("not-a-move", doing[0].type);
  }
  const folder = folderOf(doing[0].value);
  const { all, terms } = readCondition(condition);
  if (all && terms.length > 1) {
    throw new NotARoute("all-of-several", condition);
  }
  return terms.map(term => ({ from: senderOf(term), folder, filter: name }));
}

/** Relative to the account's root. @param {string} uri such as imap://me%40example.org@imap.example.org/Family */
function folderOf(uri) {
  const [, scheme, host, path] = /^(\w+):\/\/([^/]*)\/(.+)$/.exec(uri) ?? [];
  if (!path) {
    throw new NotARoute("unreadable", uri);
  }
  if (scheme === "mailbox" && /^nobody@Local(%20|\.|\s)?Folders$/i.test(host)) {
    throw new NotARoute("other-account", decodeURIComponent(path));
  }
  return decodeURIComponent(path);
}

/** @param {string} condition such as `OR (from,is,a@b.org) OR (from,ends with,@c.org)` */
function readCondition(condition) {
  const terms = [...condition.matchAll(/(AND|OR) \(((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*)\)/g)];
  if (terms.length === 0) {
    throw new NotARoute(condition.trim() === "ALL" ? "not-the-sender" : "unreadable", condition);
  }
  return { all: terms[0][1] === "AND", terms: terms.map(([, , term]) => readTerm(term)) };
}

/** @param {string} term @returns {Term} */
function readTerm(term) {
  const [, field = "", operator = "", value = ""] = /^("(?:[^"\\]|\\.)*"|[^,]*),([^,]*),(.*)$/.exec(term) ?? [];
  const plain = (/** @type {string} */ text) => text.replace(/^"(.*)"$/, "$1").replace(/\\(["\\])/g, "$1").trim();
  return { field: plain(field).toLowerCase(), operator: operator.trim(), value: plain(value) };
}

/** @param {Term} term */
function senderOf({ field, operator, value }) {
  const lower = value.toLowerCase();
  if (field === "list-id" && ["contains", "is"].includes(operator) && /^<?[\w.-]+\.[\w.-]+>?$/.test(lower)) {
    return `<${lower.replace(/[<>]/g, "")}>`;
  }
  if (field !== "from") {
    throw new NotARoute("not-the-sender", `${field} ${operator} ${value}`);
  }
  if (["is", "contains"].includes(operator) && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(lower)) {
    return lower;
  }
  if (["contains", "ends with"].includes(operator) && /^@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(lower)) {
    return lower;
  }
  throw new NotARoute("not-an-address", `${field} ${operator} ${value}`);
}
