import { HostError } from "../host/rpc.js";
import { Failure } from "./failure.js";
import { chunks, toWire } from "./wire.js";

/**
 * @typedef {import("./plan.js").Action} Action
 * @typedef {{actions: Action[], lost: object[], spam: object, needs: string[], delivery: string}} Decision
 * @typedef {{header: any, headers: Record<string, string[]>, known?: object[]}} Held a message of Thunderbird's with its headers, and what the
 *   address books know of its author
 */

/** Not about any message, but about the connection. After every other error the program stays up, and a smaller question may be one that it can answer. */
const ABOUT_THE_CONNECTION = [-32001, -32002];

/**
 * Asks the host about messages of one folder. The body is fetched only for messages whose decision needs it.
 * @param {object} how
 * @param {(method: string, params: object) => Promise<any>} how.request
 * @param {(header: any) => Promise<object[]>} how.partsOf
 * @param {(held: Held[]) => Promise<object[]>} [how.sentAbout] what the user's sent mail tells of them
 * @param {string} account @param {string} folder @param {Held[]} held
 * @returns {Promise<(Decision | Error)[]>} in the order of the messages; an Error where the host failed on this one.
 *   Rejects when the host is gone or hanging.
 */
export async function judge({ request, partsOf, sentAbout = nothingSent }, account, folder, held) {
  const sent = await sentAbout(held);
  const decisions = await askInChunks(request, account, folder, held.map(({ header, headers, known }, index) => toWire(header, headers, { known, sent: sent[index] })));
  const open = held.map((_, index) => index).filter(index => needsBody(decisions[index]));
  for (const indexes of chunks(open, index => held[index].header.size)) {
    const whole = await Promise.all(indexes.map(async index => {
      try {
        const { header, headers, known } = held[index];
        return toWire(header, headers, { known, sent: sent[index], parts: await partsOf(header) });
      } catch (error) {
        decisions[index] = /** @type {Error} */ (error);
        return null;
      }
    }));
    const readable = indexes.filter((_, place) => whole[place]);
    const answers = await askInChunks(request, account, folder, whole.filter(message => message !== null));
    readable.forEach((index, place) => {
      decisions[index] = needsBody(answers[place]) ? new Failure("body-again") : answers[place];
    });
  }
  return decisions;
}

/**
 * @param {(method: string, params: object) => Promise<any>} request
 * @param {string} account @param {string} folder @param {object[]} messages
 */
async function askInChunks(request, account, folder, messages) {
  const decisions = [];
  for (const chunk of chunks(messages, message => JSON.stringify(message).length)) {
    decisions.push(...await askOrHalve(request, account, folder, chunk));
  }
  return decisions;
}

/** @param {Held[]} held @returns {Promise<object[]>} */
async function nothingSent(held) {
  return held.map(() => ({}));
}

/** @param {Decision | Error} decision */
function needsBody(decision) {
  return !(decision instanceof Error) && (decision.needs ?? []).includes("body");
}

/**
 * One message that the host cannot judge must not keep the others from being judged.
 * @param {(method: string, params: object) => Promise<any>} request
 * @param {string} account @param {string} folder @param {object[]} messages
 * @returns {Promise<(Decision | Error)[]>}
 */
async function askOrHalve(request, account, folder, messages) {
  try {
    const { decisions } = await request("messages/judge", { account, folder, messages });
    if (decisions?.length !== messages.length) {
      return messages.map(() => new Failure("wrong-count"));
    }
    return decisions;
  } catch (error) {
    if (!(error instanceof HostError) || ABOUT_THE_CONNECTION.includes(error.code)) {
      throw error;
    }
    if (messages.length === 1) {
      return [error];
    }
    const middle = Math.ceil(messages.length / 2);
    return [...await askOrHalve(request, account, folder, messages.slice(0, middle)),
      ...await askOrHalve(request, account, folder, messages.slice(middle))];
  }
}
