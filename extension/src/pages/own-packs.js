import { foldersOf } from "./folder-picker.js";
import { sure } from "./sure.js";
import { button, byId, element, word } from "./words.js";

/** Packs of rules from elsewhere: what they would do is shown before they are taken; and those that are installed are given out and removed. */
export class OwnPacks {
  /** @type {any} the pack that is shown, as `packs/read` tells of it */
  #shown = null;

  /**
   * @param {(method: string, params?: object) => Promise<any>} ask asks the host
   * @param {(action: () => Promise<string>) => Promise<boolean>} tried runs an action, shows what it says when it is done, or why it could not be done
   */
  constructor(ask, tried) {
    this.ask = ask;
    this.tried = tried;
    byId("pack-import").addEventListener("click", () => { byId("pack-file").value = ""; byId("pack-file").click(); });
    byId("pack-file").addEventListener("change", () => byId("pack-file").files.length > 0 ? this.#read(byId("pack-file").files[0]) : undefined);
    byId("pack-close").addEventListener("click", () => this.#close());
    byId("pack-install").addEventListener("click", () => this.#install());
    byId("pack-preview").addEventListener("click", () => this.#preview());
  }

  /** The packs that are installed. */
  async show() {
    const { packs } = await this.ask("packs/list");
    byId("no-own-packs").hidden = packs.length > 0;
    byId("own-packs").replaceChildren(...packs.map((/** @type {any} */ pack) => this.#installed(pack)));
  }

  /** @param {{name: string, version?: string, checksum?: string, trouble?: string}} pack */
  #installed({ name, version = "", checksum = "", trouble = "" }) {
    const item = element("li", "own-pack", [
      element("div", "", [element("strong", "", name), ...version ? [element("span", "quiet", ` ${word("packVersion", version)}`)] : [],
        element("div", "quiet checksum", trouble || word("packChecksum", checksum))]),
      ...trouble ? [] : [named(button("export", word("packExport"), () => this.#export(name)), word("packExportOf", name))],
      named(button("remove", word("packRemove"), () => this.#remove(name)), word("packRemoveOf", name))]);
    item.dataset.name = name;
    return item;
  }

  /** @param {File} file */
  #read(file) {
    return this.tried(async () => {
      this.#close();
      byId("pack-reading").hidden = false;
      try {
        this.#shown = await this.ask("packs/read", { name: file.name, content: toBase64(new Uint8Array(await file.arrayBuffer())) });
      } finally {
        byId("pack-reading").hidden = true;
      }
      await this.#showPack(this.#shown);
      return "";
    });
  }

  /** @param {any} pack */
  async #showPack({ name, version, checksum, signed, replaces, same, rules, refused, problems }) {
    byId("pack-heading").textContent = word("packIs", [name, version || "?"]);
    byId("pack-checksum").textContent = word("packChecksum", checksum);
    byId("pack-signed").textContent = word(signed ? "packSigned" : "packUnsigned");
    byId("pack-replaces").hidden = replaces === undefined;
    byId("pack-replaces").textContent = same ? word("packSame") : word("packReplaces", replaces || "?");
    byId("pack-rules").replaceChildren(...rules.map((/** @type {any} */ { rule, says, looksAt, needsBody }) => element("li", "rule", [
      element("strong", "", rule), ...says ? [element("p", "says", says)] : [],
      element("p", "quiet", word(needsBody ? "packLooksAtText" : "packLooksAt", looksAt.join(", ")))])));
    byId("pack-problems").replaceChildren(...problems.map((/** @type {any} */ { file, line, message, remedy, source = "" }) => element("li", "problem", [
      element("div", "subject", line > 0 ? word("problemAt", [file, String(line)]) : file), element("div", "", message),
      ...source ? [element("code", "", source.trim())] : [], element("div", "quiet", remedy)])));
    byId("pack-refused").hidden = refused === 0;
    byId("pack-may").hidden = byId("pack-install").hidden = refused > 0;
    byId("pack-folder").replaceChildren(...await folderChoices());
    byId("pack-report").hidden = false;
    byId("pack-report").focus();
  }

  async #preview() {
    const [folder] = byId("pack-folder").selectedOptions;
    const what = { trial: { pack: this.#shown.checksum, name: this.#shown.name } };
    await messenger.tabs.create({ url: `/pages/sort.html?${new URLSearchParams({ account: folder.dataset.account, path: `/${folder.value}`, what: JSON.stringify(what) })}` });
  }

  #install() {
    return this.tried(async () => {
      const { name, checksum } = this.#shown;
      const { inForce } = await this.ask("packs/install", { checksum });
      this.#close();
      await this.show();
      return word(inForce ? "packInstalled" : "packInstalledSoon", name);
    });
  }

  /** @param {string} name */
  async #remove(name) {
    if (await sure(word("packRemoveSure", name), word("packRemoveWhat"), word("packRemove"))) {
      await this.tried(async () => {
        await this.ask("packs/remove", { name });
        await this.show();
        return word("packRemoved", name);
      });
    }
  }

  /** @param {string} name */
  #export(name) {
    return this.tried(async () => {
      const { file, bytes } = await wholeFile(offset => this.ask("packs/export", { name, offset }));
      const url = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
      const link = Object.assign(document.createElement("a"), { href: url, download: file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000); // the download has begun long before
      return word("packExported", file);
    });
  }

  #close() {
    byId("pack-report").hidden = true;
    this.#shown = null;
  }
}

/** The folders to try a pack on, by account where there are several. */
async function folderChoices() {
  const choices = [];
  for (const { id, name } of await messenger.accounts.list(false)) {
    const options = (await foldersOf(id)).map(folder => {
      const option = new Option(folder, folder);
      option.dataset.account = id;
      return option;
    });
    if (options.length > 0) {
      const group = document.createElement("optgroup");
      group.label = name ?? id;
      group.append(...options);
      choices.push(group);
    }
  }
  return choices.length === 1 ? [...choices[0].children] : choices;
}

/**
 * A file that comes in pieces, since an answer of the host's has an end.
 * @param {(offset: number) => Promise<{file: string, size: number, checksum: string, content: string}>} piece
 */
export async function wholeFile(piece) {
  const { file, size, checksum, content } = await piece(0);
  const bytes = new Uint8Array(size);
  for (let at = 0, next = { checksum, content }; at < size; next = at < size ? await piece(at) : next) {
    const some = Uint8Array.from(atob(next.content), letter => letter.charCodeAt(0));
    if (some.length === 0 || next.checksum !== checksum) {
      throw new Error(`${file} was changed meanwhile`);
    }
    bytes.set(some, at);
    at += some.length;
  }
  return { file, bytes };
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 30_000) { // more arguments than that a call may not have
    text += String.fromCharCode(...bytes.subarray(at, at + 30_000));
  }
  return btoa(text);
}

/** @param {HTMLElement} made @param {string} label for those who hear the page */
function named(made, label) {
  made.setAttribute("aria-label", label);
  return made;
}
