import { Failure, failed } from "./failure.js";
import { Unanswered } from "./patience.js";
import { planFor } from "./plan.js";

/**
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./plan.js").Action} Action
 * @typedef {{header: any, actions: Action[], again?: boolean}} Task a message and what was decided for it; `again` where it was tried before: then nobody is notified once more
 * @typedef {({outcome: "done"} | ReturnType<typeof failed>) & {to?: string}} Result `to` is the path of the folder where it lies now
 *
 * @typedef {object} MailApi the part of Thunderbird's API that is needed here
 * @property {(id: number, properties: object) => Promise<void>} update
 * @property {(ids: number[], folderId: string) => Promise<void>} move
 * @property {(name: string) => Promise<string>} tagKey the key of the tag of that name, which is made if missing
 * @property {(text: string, header: any) => Promise<void>} notify
 */

/**
 * Carries out what was decided for messages of one account. Marks come before the move, since a move gives the message a new
 * number. What fails is left where it is. Rejects with Unanswered where Thunderbird keeps silent: then nobody knows what was done.
 * @param {{mail: MailApi, folders: import("./folders.js").Folders}} api
 * @param {string} account
 * @param {Task[]} tasks
 * @returns {Promise<Result[]>} in the order of the tasks
 */
export async function perform({ mail, folders }, account, tasks) {
  /** @type {Result[]} */
  const results = tasks.map(() => ({ outcome: "done" }));
  const fail = (/** @type {number} */ index, /** @type {unknown} */ error) => {
    if (error instanceof Unanswered) {
      throw error;
    }
    results[index] = failed(error);
  };
  const plans = await Promise.all(tasks.map(async ({ header, actions, again }, index) => {
    try {
      const plan = planFor(actions);
      await mark(mail, header, again ? { ...plan, notices: [] } : plan);
      return plan;
    } catch (error) {
      fail(index, error);
      return null;
    }
  }));
  for (const [target, indexes] of byTarget(plans)) {
    try {
      const folder = target === JUNK ? await folders.junk(account) : await folders.at(account, target);
      const outside = indexes.filter(index => tasks[index].header.folder?.path !== folder.path);
      await moveAll(mail, outside.map(index => ({ index, id: tasks[index].header.id })), /** @type {string} */ (folder.id),
        (index, error) => fail(index, notMoved(folder.path, error)));
      outside.filter(index => results[index].outcome === "done").forEach(index => { results[index].to = folder.path; });
    } catch (error) {
      indexes.forEach(index => fail(index, notMoved(target === JUNK ? "Junk" : target, error)));
    }
  }
  return results;
}

/** No folder has this path. */
const JUNK = "/";

/** @param {MailApi} mail @param {any} header @param {Plan} plan */
async function mark(mail, header, { marks, tags, notices }) {
  const keys = await Promise.all(tags.map(name => mail.tagKey(name)));
  const properties = keys.length > 0 ? { ...marks, tags: [...new Set([...header.tags, ...keys])] } : marks;
  if (Object.keys(properties).length > 0) {
    await mail.update(header.id, properties);
  }
  for (const text of notices) {
    await mail.notify(text, header);
  }
}

/** @param {(Plan | null)[]} plans */
function byTarget(plans) {
  /** @type {Map<string, number[]>} */
  const targets = new Map();
  plans.forEach((plan, index) => {
    const target = plan?.moveToJunk ? JUNK : plan?.moveTo;
    if (target) {
      targets.set(target, [...targets.get(target) ?? [], index]);
    }
  });
  return targets;
}

/**
 * All in one move, which is much quicker; one by one where that fails, so that only the guilty one stays.
 * @param {MailApi} mail @param {{index: number, id: number}[]} messages @param {string} folderId
 * @param {(index: number, error: unknown) => void} fail
 */
async function moveAll(mail, messages, folderId, fail) {
  if (messages.length === 0) {
    return;
  }
  try {
    await mail.move(messages.map(({ id }) => id), folderId);
  } catch (error) {
    if (messages.length === 1 || error instanceof Unanswered) {
      fail(messages[0].index, error);
      return;
    }
    for (const message of messages) {
      await moveAll(mail, [message], folderId, fail);
    }
  }
}

/** Of a move that fails Thunderbird gives but a number: said in words of one's own. @param {string} folder @param {unknown} error */
function notMoved(folder, error) {
  return error instanceof Failure || error instanceof Unanswered ? error : new Failure("not-moved", folder.replace(/^\//, ""), error);
}
