/** The times that the Tripostal space shows. Days are those of this computer's time zone. */
export const PERIODS = ["today", "week", "month", "all"];

/** @type {Record<string, number>} */
const DAYS = { today: 1, week: 7, month: 30 };

/**
 * The first moment that belongs to a time, as `journal/search` takes it; nothing where all that is kept belongs to it.
 * @param {string} period one of PERIODS
 * @param {Date} [now]
 * @returns {{from?: string}}
 */
export function since(period, now = new Date()) {
  const days = DAYS[period];
  return days ? { from: new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1).toISOString() } : {};
}

/**
 * @typedef {{day: string, sorted: number, junk: number, rescued: number, other: number}} Day
 */

/**
 * Every day from the first on, also those on which nothing happened: a chart that left them out would lie about time.
 * @param {Day[]} days in order, as `journal/overview` gives them
 * @param {string} period @param {Date} [now]
 * @returns {Day[]}
 */
export function everyDay(days, period, now = new Date()) {
  const first = since(period, now).from ?? days[0]?.day;
  if (first === undefined) {
    return [];
  }
  const known = new Map(days.map(day => [day.day, day]));
  const all = [];
  const begun = new Date(first.length > 10 ? first : `${first}T00:00:00`);
  for (const at = new Date(begun); at <= now; at.setDate(at.getDate() + 1)) {
    const day = dayOf(at);
    all.push(known.get(day) ?? { day, sorted: 0, junk: 0, rescued: 0, other: 0 });
  }
  return all;
}

/** @param {Date} at */
function dayOf(at) {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}
