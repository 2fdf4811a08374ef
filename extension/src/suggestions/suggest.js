import { learned, remembered, suggestions } from "./hand-moves.js";

/** @import { Dismissed, HandMove } from "./hand-moves.js" */

/** Watches what the user moves by hand, and tells which routes would have done it. It never acts by itself. */
export class Suggest {
  /**
   * @param {object} world
   * @param {import("../store.js").Stored<HandMove[]>} world.moves
   * @param {import("../store.js").Stored<Dismissed[]>} world.dismissed
   * @param {(method: string, params: object) => Promise<any>} world.request
   * @param {(header: any) => Promise<Record<string, string[]>>} world.headers
   * @param {() => Date} [world.now]
   */
  constructor({ moves, dismissed, request, headers, now = () => new Date() }) {
    this.moves = moves;
    this.dismissed = dismissed;
    this.request = request;
    this.headers = headers;
    this.now = now;
  }

  /** @param {any[]} before @param {any[]} after headers of messages that the user moved, in the same order */
  async note(before, after) {
    const fresh = await learned(before, after, this.headers, this.now());
    if (fresh.length > 0) {
      await this.moves.update(moves => remembered(moves, fresh, this.now()));
    }
  }

  /** Those for which there is no route yet. */
  async list() {
    const found = suggestions(await this.moves.get(), await this.dismissed.get());
    const routed = await Promise.all(found.map(async ({ from }) =>
      (await this.request("routes/list", { search: from, offset: 0 })).routes.some((/** @type {{from: string}} */ route) => route.from === from)));
    return found.filter((_, index) => !routed[index]);
  }

  /** For good. @param {Dismissed} which */
  dismiss({ account, from, folder }) {
    return this.dismissed.update(all => [...all, { account, from, folder }]);
  }

  async forget() {
    await this.moves.update(() => []);
    await this.dismissed.update(() => []);
  }
}
