/**
 * A value kept in one key of a storage area. Changes are made one after the other, so that two events at once do not
 * overwrite each other's; the background page is the only writer.
 * @template T
 */
export class Stored {
  /** @type {Promise<any>} */
  #turn = Promise.resolve();

  /**
   * @param {{get: (key: string) => Promise<any>, set: (values: object) => Promise<void>}} area storage.local or storage.session
   * @param {string} key
   * @param {T} empty what it is before anything was stored
   */
  constructor(area, key, empty) {
    this.area = area;
    this.key = key;
    this.empty = empty;
  }

  /** @returns {Promise<T>} */
  async get() {
    return (await this.area.get(this.key))[this.key] ?? this.empty;
  }

  /**
   * @param {(value: T) => T} change
   * @returns {Promise<T>} the new value, once it is stored
   */
  update(change) {
    const done = this.#turn.then(async () => {
      const value = change(await this.get());
      await this.area.set({ [this.key]: value });
      return value;
    });
    this.#turn = done.catch(() => undefined); // the caller has the error; the next change must not inherit it
    return done;
  }
}
