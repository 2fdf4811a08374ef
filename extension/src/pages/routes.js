import { button, byId, element, word } from "./words.js";

/** Typing goes on; only the last text is looked for. Milliseconds. */
const TYPING = 200;

/** The routes: found as one types, added, changed and removed. A page of them at a time, so that thousands do not slow it down. */
export class Routes {
  #turn = 0;
  /** @type {any} */
  #typing;

  /**
   * @param {(method: string, params: object) => Promise<{total: number, routes: {from: string, folder: string}[]}>} read
   * @param {(method: string, params: object) => Promise<boolean>} write
   * @param {(route: {from: string, folder: string}) => Node[]} [more] what else can be done with a route
   */
  constructor(read, write, more = () => []) {
    this.more = more;
    this.read = read;
    this.write = write;
    byId("route-search").addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.show(), TYPING);
    });
    byId("routes-more").addEventListener("click", () => this.#more());
    byId("route-form").addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#save();
    });
  }

  /** From the first one on. */
  async show() {
    const turn = ++this.#turn;
    const { total, routes } = await this.read("routes/list", { search: byId("route-search").value, offset: 0 });
    if (turn === this.#turn) {
      byId("route-rows").replaceChildren(...routes.map(route => this.#row(route)));
      this.#count(total);
    }
  }

  async #more() {
    const turn = this.#turn;
    const { total, routes } = await this.read("routes/list", { search: byId("route-search").value, offset: byId("route-rows").childElementCount });
    if (turn === this.#turn) {
      byId("route-rows").append(...routes.map(route => this.#row(route)));
      this.#count(total);
    }
  }

  /** @param {number} total */
  #count(total) {
    const here = byId("route-rows").childElementCount;
    byId("route-count").textContent = here < total ? word("routesShown", [String(here), String(total)]) : word("routesTotal", String(total));
    byId("routes-more").hidden = here >= total;
    byId("routes").hidden = total === 0;
  }

  async #save() {
    if (await this.write("routes/set", { from: byId("route-from").value.trim(), folder: byId("route-folder").value.trim() })) {
      byId("route-from").value = byId("route-folder").value = "";
      byId("route-from").focus();
    }
  }

  /** @param {{from: string, folder: string}} route */
  #row({ from, folder }) {
    const input = /** @type {HTMLInputElement} */ (element("input", "folder", ""));
    input.type = "text";
    input.value = folder;
    input.required = true;
    input.setAttribute("aria-label", word("routeFolderOf", from));
    input.addEventListener("change", () => input.reportValidity() && this.write("routes/set", { from, folder: input.value.trim() }));
    const remove = button("remove", word("routeRemove"), () => this.write("routes/remove", { from }));
    remove.setAttribute("aria-label", word("routeRemoveOf", from));
    const row = element("tr", "route", [element("td", "from", from), element("td", "", [input]), element("td", "", [...this.more({ from, folder }), remove])]);
    row.dataset.from = from;
    row.dataset.folder = folder;
    return row;
  }
}
