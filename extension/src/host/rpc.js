/** What the host answered: an error of the protocol, with its number. */
export class HostError extends Error {
  /** @param {number} code @param {string} message @param {any} [data] */
  constructor(code, message, data) {
    super(message);
    this.name = "HostError";
    this.code = code;
    this.data = data;
  }
}

/** The host did not answer in time. */
export class HostTimeout extends Error {
  /** @param {string} method @param {number} milliseconds */
  constructor(method, milliseconds) {
    super(`no answer to ${method} within ${milliseconds} ms`);
    this.name = "HostTimeout";
  }
}

/** The connection ended, or there is none. */
export class HostGone extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "HostGone";
  }
}

/**
 * The asking side of JSON-RPC 2.0 over one connection. It knows neither Thunderbird nor any method; messages are objects,
 * since Thunderbird does the framing.
 */
export class RpcClient {
  #nextId = 1;
  #closed = "";
  /** @type {Map<number, {resolve: (result: any) => void, reject: (error: Error) => void, timer: any}>} */
  #waiting = new Map();

  /**
   * @param {object} wire
   * @param {(message: object) => void} wire.send
   * @param {(method: string, params: any) => void} wire.onNotification what the host says unasked
   * @param {{setTimeout: Function, clearTimeout: Function}} [wire.timers]
   */
  constructor({ send, onNotification, timers = globalThis }) {
    this.send = send;
    this.onNotification = onNotification;
    this.timers = timers;
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @param {number} [timeout] milliseconds
   * @returns {Promise<any>} the result; rejects with HostError, HostTimeout or HostGone
   */
  request(method, params, timeout = 30_000) {
    if (this.#closed) {
      return Promise.reject(new HostGone(this.#closed));
    }
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = this.timers.setTimeout(() => {
        this.#waiting.delete(id);
        reject(new HostTimeout(method, timeout));
      }, timeout);
      this.#waiting.set(id, { resolve, reject, timer });
      this.send(params === undefined ? { jsonrpc: "2.0", id, method } : { jsonrpc: "2.0", id, method, params });
    });
  }

  /**
   * Takes in one message of the host. An answer that nobody waits for any more is dropped: it came after its time-out.
   * @param {any} message
   */
  receive(message) {
    if (typeof message?.method === "string" && message.id === undefined) {
      this.onNotification(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message?.id);
    if (!waiting) {
      return;
    }
    this.#waiting.delete(message.id);
    this.timers.clearTimeout(waiting.timer);
    if (message.error) {
      waiting.reject(new HostError(message.error.code, message.error.message, message.error.data));
    } else {
      waiting.resolve(message.result);
    }
  }

  /**
   * Ends it: what is still waiting, and all that is asked later, fails with HostGone.
   * @param {string} why
   */
  close(why) {
    this.#closed = why || "the connection ended";
    for (const { reject, timer } of this.#waiting.values()) {
      this.timers.clearTimeout(timer);
      reject(new HostGone(this.#closed));
    }
    this.#waiting.clear();
  }
}
