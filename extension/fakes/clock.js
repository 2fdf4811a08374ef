/** Timers that go off when the test says so. */
export class FakeClock {
  #now = 0;
  #next = 1;
  #timers = new Map();

  setTimeout = (action, delay) => {
    const id = this.#next++;
    this.#timers.set(id, { action, due: this.#now + delay });
    return id;
  };

  clearTimeout = id => {
    this.#timers.delete(id);
  };

  /** Lets time pass, and what waits on promises run. */
  async advance(milliseconds) {
    this.#now += milliseconds;
    for (const [id, { action, due }] of [...this.#timers]) {
      if (due <= this.#now) {
        this.#timers.delete(id);
        action();
      }
    }
    await settled();
  }

  get waiting() {
    return this.#timers.size;
  }
}

/** Lets everything run that waits on promises only. */
export function settled() {
  return new Promise(resolve => { setImmediate(resolve); });
}
