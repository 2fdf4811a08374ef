/** A storage area of Thunderbird's in memory: values are copied in and out, as there. */
export class FakeArea {
  constructor(values = {}) {
    this.values = structuredClone(values);
  }

  async get(keys) {
    const names = keys === null ? Object.keys(this.values) : [keys].flat();
    return structuredClone(Object.fromEntries(names.filter(name => name in this.values).map(name => [name, this.values[name]])));
  }

  async set(values) {
    Object.assign(this.values, structuredClone(values));
  }

  async remove(keys) {
    [keys].flat().forEach(key => delete this.values[key]);
  }
}
