import { everyDay } from "../space/period.js";
import { byId, element, word } from "./words.js";

/** What a bar is made of, in the order of the colours in space.css. */
const PARTS = /** @type {const} */ (["sorted", "junk", "rescued", "other"]);
const MOST_RULES = 8;
const LEAST_BAR = 3;
const BROADEST_BAR = 26;

/**
 * What came when: a bar for each day. The table says the same to those who do not see the bars.
 * @param {import("../space/period.js").Day[]} counted @param {string} period
 */
export function drawDays(counted, period) {
  const days = everyDay(counted, period);
  byId("days-section").hidden = days.length < 2; // one day has no course
  if (days.length < 2) {
    return;
  }
  const labels = days.map(({ day }) => shownDay(day));
  const shownParts = PARTS.filter(part => days.some(day => day[part] > 0));
  legend("days-legend", shownParts);
  table("days-table", [word("day"), ...shownParts.map(part => word(`part_${part}`))],
    days.filter(day => PARTS.some(part => day[part] > 0)).map(day => [shownDay(day.day), ...shownParts.map(part => day[part])]));
  const every = Math.ceil(days.length / 12);
  const chart = byId("days-chart");
  chart.style.setProperty("--bar", `${Math.max(LEAST_BAR, Math.min(BROADEST_BAR, 0.7 * (chart.clientWidth || 400) / days.length))}px`);
  new Chartist.BarChart(chart, { labels, series: PARTS.map(part => days.map(day => day[part])) }, {
    stackBars: true, chartPadding: { top: 8, right: 4, bottom: 0, left: 0 },
    axisX: { showGrid: false, labelInterpolationFnc: (/** @type {string} */ label, /** @type {number} */ index) => index % every === 0 ? label : null },
    axisY: { onlyInteger: true, offset: 34 },
  });
}

/**
 * What each rule did, the busiest first.
 * @param {{rule: string, count: number, undone: number}[]} rules
 */
export function drawRules(rules) {
  byId("did-section").hidden = rules.length === 0;
  if (rules.length === 0) {
    return;
  }
  table("did-table", [word("ruleColumn"), word("messagesColumn"), word("undoneColumn")], rules.map(({ rule, count, undone }) => [rule, count, undone]));
  const shown = rules.slice(0, MOST_RULES).reverse(); // the axis begins at the bottom
  const undone = shown.some(one => one.undone > 0);
  legendOf("did-legend", [["--sorted", word("part_stands")], ...undone ? [["--junk", word("part_undone")]] : []]);
  const chart = byId("did-chart");
  chart.style.setProperty("--bar", "12px");
  chart.style.height = `${40 + shown.length * 30}px`;
  new Chartist.BarChart(chart, { labels: shown.map(({ rule }) => rule), series: [shown.map(one => one.count - one.undone), shown.map(one => one.undone)] }, {
    stackBars: true, horizontalBars: true, chartPadding: { top: 0, right: 12, bottom: 0, left: 0 },
    axisX: { onlyInteger: true }, axisY: { offset: 170, showGrid: false },
  });
}

/** @param {string} id @param {readonly string[]} parts */
function legend(id, parts) {
  legendOf(id, parts.map(part => [`--${part}`, word(`part_${part}`)]));
}

/** @param {string} id @param {string[][]} items */
function legendOf(id, items) {
  byId(id).replaceChildren(...items.map(([colour, text]) => {
    const item = element("li", "", text);
    item.style.setProperty("--colour", `var(${colour})`);
    return item;
  }));
}

/** @param {string} id @param {string[]} heads @param {(string | number)[][]} rows */
function table(id, heads, rows) {
  const cell = (/** @type {string} */ tag, /** @type {string} */ scope, /** @type {string | number} */ text) => {
    const made = element(tag, "", String(text));
    if (scope) {
      made.setAttribute("scope", scope);
    }
    return made;
  };
  byId(id).replaceChildren(
    element("thead", "", [element("tr", "", heads.map(head => cell("th", "col", head)))]),
    element("tbody", "", rows.map(([first, ...rest]) => element("tr", "", [cell("th", "row", first), ...rest.map(text => cell("td", "", text))]))));
}

/** @param {string} day */
function shownDay(day) {
  return new Date(`${day}T12:00:00`).toLocaleDateString(messenger.i18n.getUILanguage(), { day: "numeric", month: "short" });
}
