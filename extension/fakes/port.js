/** The add-on's end of a native-messaging port; the test plays the host. */
export class FakePort {
  sent = [];
  disconnected = false;
  #onMessage = [];
  #onDisconnect = [];
  onMessage = { addListener: listener => this.#onMessage.push(listener) };
  onDisconnect = { addListener: listener => this.#onDisconnect.push(listener) };

  /** @param {(request: object) => object | undefined} [answer] the host's answer to a request; undefined for none */
  constructor(answer = () => undefined) {
    this.answer = answer;
  }

  postMessage(message) {
    this.sent.push(message);
    queueMicrotask(() => {
      const answer = this.answer(message);
      if (answer) {
        this.say(answer);
      }
    });
  }

  disconnect() {
    this.disconnected = true;
  }

  say(message) {
    this.#onMessage.forEach(listener => listener(message));
  }

  /** The host ends; `error` is what Thunderbird says of it, null for a crash. */
  end(error = null) {
    this.#onDisconnect.forEach(listener => listener({ error }));
  }
}

/** Answers `initialize` with that state, and leaves the rest to `others`. */
export function host(state, others = () => undefined) {
  return request => request.method === "initialize"
    ? { jsonrpc: "2.0", id: request.id, result: { version: "0.1.0", active: true, packs: [], routes: 0, configDir: "/c", problems: [], ...state } }
    : others(request);
}
