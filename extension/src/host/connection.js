import { delayBefore } from "./backoff.js";
import { HostError, HostGone, HostTimeout, RpcClient } from "./rpc.js";
import { failed, INITIAL, ready, versionsFit } from "./state.js";

/** @import { HostState } from "./state.js" */

/** A cold start of the program on a slow computer takes seconds; this is when to call it hanging. Milliseconds. */
const STARTUP = 20_000;
const NOT_INITIALIZED = -32002;
const VERSIONS_DO_NOT_FIT = -32001;

/**
 * Keeps one connection to the host: introduces the add-on, knows in what state the host is, and plans the next attempt.
 * Its open port also keeps the background page alive. Thunderbird's API comes in through the constructor.
 */
export class HostConnection {
  /** @type {any} */
  #port = null;
  /** @type {RpcClient | null} */
  #rpc = null;
  /** @type {Promise<void> | null} */
  #opening = null;

  /**
   * @param {object} world
   * @param {() => any} world.connect starts the host and gives its port (runtime.connectNative)
   * @param {string} world.version the add-on's
   * @param {() => Promise<{locale: string, identities: object[]}>} world.introduction
   * @param {(milliseconds: number) => void} world.planRetry calls `open` later, even if the page is stopped meanwhile
   * @param {(state: HostState) => void} world.onState
   * @param {(method: string, params: any) => void} [world.onNotification] what the host tells besides its state
   * @param {() => Promise<HostState | undefined>} [world.recall] the state as it was when the page was stopped
   * @param {{setTimeout: Function, clearTimeout: Function}} [world.timers]
   */
  constructor({ connect, version, introduction, planRetry, onState, onNotification = () => undefined, recall = async () => undefined, timers = globalThis }) {
    this.connect = connect;
    this.version = version;
    this.introduction = introduction;
    this.planRetry = planRetry;
    this.onState = onState;
    this.onNotification = onNotification;
    this.timers = timers;
    this.recall = recall;
    this.state = INITIAL;
  }

  /** Connects if there is no connection. Resolves when the host is ready, rejects with the reason why it is not. */
  open() {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** For the user's *Try again*: begins afresh, whatever state it is in. */
  retry() {
    if (this.state.kind !== "ready") {
      this.#drop("trying again");
      this.#become({ ...this.state, kind: "connecting", attempt: 0 });
    }
    return this.open();
  }

  /**
   * Asks the host, connecting first if need be. A host that lets the time pass is given up and started anew.
   * @param {string} method @param {object} params @param {number} [timeout] milliseconds
   * @returns {Promise<any>}
   */
  async request(method, params, timeout) {
    if (this.state.kind === "other-version") {
      throw new HostError(VERSIONS_DO_NOT_FIT, this.state.detail);
    }
    await this.open();
    const rpc = this.#rpc;
    if (!rpc) {
      throw new HostGone("the connection ended");
    }
    try {
      return await rpc.request(method, params, timeout);
    } catch (error) {
      if (error instanceof HostTimeout || (error instanceof HostError && error.code === NOT_INITIALIZED)) {
        this.#lose(rpc, error);
      }
      throw error;
    }
  }

  /**
   * Switches on or off that decisions are carried out.
   * @param {boolean} active
   */
  setActive(active) {
    return this.change("settings/set", { active });
  }

  /**
   * Has the host change the user's files, and takes in the state that comes of it.
   * @param {"settings/set" | "routes/set" | "routes/remove"} method @param {object} params
   */
  async change(method, params) {
    this.#become(ready(this.state, await this.request(method, params)));
  }

  async #open() {
    const rpc = this.#rpc = new RpcClient({
      send: message => this.#port?.postMessage(message),
      onNotification: (method, params) => this.#told(method, params),
      timers: this.timers,
    });
    try {
      await this.#resume();
      const port = this.#port = this.connect();
      port.onMessage.addListener((/** @type {any} */ message) => rpc.receive(message));
      // A crash is silent: the reason is set only when Thunderbird itself cut the connection.
      port.onDisconnect.addListener((/** @type {any} */ gone) =>
        this.#lose(rpc, new HostGone(gone?.error?.message ?? "the program ended")));
      const told = await rpc.request("initialize", { version: this.version, ...await this.introduction() }, STARTUP);
      if (!versionsFit(this.version, told.version)) {
        throw new HostError(VERSIONS_DO_NOT_FIT, `add-on ${this.version}, program ${told.version}`, { host: told.version });
      }
      this.#become(ready(this.state, told));
    } catch (error) {
      this.#lose(rpc, /** @type {Error} */ (error));
      throw error;
    }
  }

  /** How often it has failed so far counts on when the page is started again; that it was connected does not. */
  async #resume() {
    if (this.state === INITIAL) {
      const before = await this.recall() ?? INITIAL;
      const over = before.kind === "ready" || before.kind === "other-version";
      this.state = { ...before, kind: over ? "connecting" : before.kind };
    }
  }

  /** @param {string} method @param {any} params */
  #told(method, params) {
    if (method === "state/changed" && this.state.kind === "ready") {
      this.#become(ready(this.state, params));
    } else {
      this.onNotification(method, params);
    }
  }

  /**
   * Only the first reason counts: dropping the port makes further requests fail, and these would hide it.
   * @param {RpcClient} rpc @param {Error} error
   */
  #lose(rpc, error) {
    if (rpc !== this.#rpc) {
      return;
    }
    this.#drop(error.message);
    this.#become(failed(this.state, error));
    if (this.state.kind !== "other-version") {
      this.planRetry(delayBefore(this.state.attempt - 1, this.state.kind));
    }
  }

  /** @param {string} why */
  #drop(why) {
    const [port, rpc] = [this.#port, this.#rpc];
    this.#port = this.#rpc = this.#opening = null;
    rpc?.close(why);
    port?.disconnect();
  }

  /** @param {HostState} state */
  #become(state) {
    this.state = state;
    this.onState(state);
  }
}
