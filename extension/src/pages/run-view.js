import { progress } from "../folder-run/job.js";
import { actionWords, byId, element, sentence, time, word } from "./words.js";

/** @import { Job, What } from "../folder-run/job.js" */

const ask = (/** @type {object} */ message) => messenger.runtime.sendMessage(message);

/**
 * Looks through a folder and shows what would be done; does it, when told to; and shows how far it has come. Everything is done in the background: the page
 * may be closed meanwhile.
 */
export class RunView {
  /** @type {string} the job that is shown */
  #id = "";
  #previewed = "";

  /**
   * @param {{account: string, folder: string, what: () => What, save?: () => Promise<void>}} world `save` puts into force what was tried out
   */
  constructor({ account, folder, what, save = async () => undefined }) {
    this.account = account;
    this.folder = folder;
    this.what = what;
    this.save = save;
    byId("run").append(...parts());
    byId("run-pause").addEventListener("click", () => this.#control("pause"));
    byId("run-resume").addEventListener("click", () => this.#control("resume"));
    byId("run-cancel").addEventListener("click", () => this.#control("cancel"));
    byId("run-do").addEventListener("click", () => this.act());
    byId("run-undo").addEventListener("click", () => this.#undo());
    messenger.storage.onChanged.addListener((changes, area) => area === "local" && "folderRuns" in changes ? this.show() : undefined);
  }

  /** A job on this folder that is under way already is shown instead of a new one. */
  async join() {
    const { folderRuns = [] } = await messenger.storage.local.get("folderRuns");
    const job = folderRuns.find((/** @type {Job} */ one) => one.kind === "sort" && one.account === this.account && one.folder === this.folder
      && ["running", "paused", "waiting"].includes(one.state));
    this.#id = job?.id ?? "";
    await this.show();
    return this.#id !== "";
  }

  /** Nothing is moved. */
  preview() {
    this.#previewed = "";
    return this.#start({ kind: "preview", what: this.what() });
  }

  /** Does what the preview has shown; without one, all that the rules say. */
  async act() {
    await tried(async () => {
      if (this.#previewed) {
        await this.save();
      }
      const { trial, ...what } = this.what(); // it is saved, and in force
      await this.#start({ kind: "sort", what: this.#previewed && trial ? {} : what, ...this.#previewed ? { previewed: this.#previewed } : {} });
    });
  }

  /** @param {{kind: "preview" | "sort", what: What, previewed?: string}} of */
  async #start(of) {
    byId("run").dataset.state = "starting";
    await tried(async () => {
      this.#id = await ask({ request: "run/start", job: { account: this.account, folder: this.folder, ...of } });
      await this.show();
    });
  }

  /** @param {"pause" | "resume" | "cancel"} how */
  #control(how) {
    return tried(() => ask({ request: "run/control", id: this.#id, how }));
  }

  #undo() {
    return tried(async () => {
      byId("run-undo").disabled = true;
      const { done, failed } = await ask({ request: "journal/undo", which: { run: this.#id } });
      byId("run-undone").textContent = failed.length > 0 ? word("undoSomeFailed", [String(done.length), String(failed.length)])
        : word(done.length > 0 ? "undoDone" : "undoNothing", String(done.length));
      byId("run-undo").hidden = done.length > 0;
      byId("run-undo").disabled = false;
    });
  }

  async show() {
    const [{ folderRuns = [] }, { host }] = await Promise.all([messenger.storage.local.get("folderRuns"), messenger.storage.session.get("host")]);
    const job = /** @type {Job | undefined} */ (folderRuns.find((/** @type {Job} */ { id }) => id === this.#id));
    byId("run").hidden = !job;
    if (!job) {
      return;
    }
    const ready = host?.kind === "ready" && host.active === true;
    this.#showProgress(job);
    const over = job.kind === "preview" && job.state === "done";
    this.#previewed = over ? job.id : "";
    // What an earlier session did is counted, and in the journal; only this one knows it by place and rule.
    const seen = await ask({ request: "run/seen", id: job.id });
    this.#showGroups(seen?.touched === job.touched ? seen.groups : [], job.kind === "preview" ? "would" : "did");
    byId("run-nothing-moved").hidden = job.kind !== "preview";
    byId("run-do").hidden = !over || job.touched === 0 || !ready;
    byId("run-do").textContent = word("runDo", String(job.touched));
    byId("run-switched-off").hidden = !over || job.touched === 0 || ready;
    byId("run-undo").hidden = job.kind !== "sort" || job.touched === 0 || !["done", "cancelled", "paused"].includes(job.state) || byId("run-undone").textContent !== "";
  }

  /** @param {Job} job */
  #showProgress(job) {
    const { share, perSecond, secondsLeft } = progress(job);
    byId("run").dataset.state = job.state;
    byId("run").dataset.kind = job.kind;
    byId("run-progress").value = job.state === "done" ? 1 : share;
    byId("run-title").textContent = word(`run_${job.kind}_${job.state}`);
    byId("run-count").textContent = job.total === null ? word("runListing")
      : word("runCount", [number(job.looked), number(job.total)]);
    byId("run-speed").hidden = job.state !== "running" || perSecond === 0;
    byId("run-speed").textContent = secondsLeft === null ? "" : word("runSpeed", [number(Math.round(perSecond)), duration(secondsLeft)]);
    byId("run-touched").textContent = word(job.kind === "preview" ? "runWould" : "runDid", number(job.touched));
    byId("run-failed").hidden = job.failed === 0;
    byId("run-failed").textContent = word("runFailed", number(job.failed));
    byId("run-reason").hidden = job.reason === "";
    byId("run-reason").textContent = job.reason === "" ? "" : sentence(word(`failed_${job.reason}`, job.detail));
    byId("run-pause").hidden = job.state !== "running" && job.state !== "waiting";
    byId("run-resume").hidden = job.state !== "paused";
    byId("run-cancel").hidden = !["running", "waiting", "paused"].includes(job.state);
  }

  /** @param {import("../folder-run/tally.js").Group[]} groups @param {"would" | "did"} tense */
  #showGroups(groups, tense) {
    const open = new Set([...document.querySelectorAll("#run-groups details[open]")].map(one => /** @type {HTMLElement} */ (one).dataset.key));
    byId("run-groups").replaceChildren(...groups.map(({ key, count, messages, rule, ...action }) => {
      const summary = element("summary", "", [element("span", "number", number(count)), element("span", "did", actionWords(action, tense)), element("span", "quiet rule", rule)]);
      const more = count - messages.length;
      const made = /** @type {HTMLDetailsElement} */ (element("details", "run-group", [summary, element("ul", "", [
        ...messages.map(({ author, subject, date, because }) => element("li", "message", [
          time(date), element("span", "author", author), element("span", "subject", subject || word("noSubject")), element("span", "quiet", because)])),
        ...more > 0 ? [element("li", "quiet", word("runMore", number(more)))] : []])]));
      made.dataset.key = key;
      made.dataset.folder = action.folder ?? "";
      made.open = open.has(key);
      return made;
    }));
  }
}

/** What the page's section `run` holds: the state and how far it has come, what was found, and the buttons. */
function parts() {
  const part = (/** @type {string} */ tag, /** @type {string} */ id, /** @type {string} */ className = "", /** @type {string} */ name = "", /** @type {object} */ more = {}) =>
    Object.assign(element(tag, className, name && word(name)), { id }, more);
  const row = (/** @type {string} */ className, /** @type {(Node | string)[]} */ ...content) => element("p", className, /** @type {Node[]} */ (content));
  const hidden = true;
  const press = { type: "button", hidden };
  const bar = part("progress", "run-progress", "", "", { max: 1, value: 0 });
  bar.setAttribute("aria-labelledby", "run-title");
  return [
    part("h2", "run-title"), bar,
    Object.assign(row("", part("span", "run-count"), " ", part("span", "run-speed", "quiet")), { role: "status" }),
    part("p", "run-reason", "bad", "", { role: "alert", hidden }),
    row("buttons", part("button", "run-pause", "", "runPause", press), part("button", "run-resume", "primary", "runResume", press), part("button", "run-cancel", "", "cancel", press)),
    row("", part("strong", "run-touched", "", "", { role: "status" }), " ", part("span", "run-nothing-moved", "quiet", "runNothingMoved", { hidden })),
    part("p", "run-failed", "bad", "", { hidden }),
    part("div", "run-groups"),
    part("p", "run-switched-off", "quiet", "runSwitchedOff", { hidden }),
    row("buttons", part("button", "run-do", "primary", "", press), part("button", "run-undo", "", "undoRun", press), part("span", "run-undone", "", "", { role: "status" })),
  ];
}

/** Does something; why it could not be done is shown where the page has room for that. @param {() => Promise<any>} action */
export async function tried(action) {
  byId("failed").hidden = true;
  try {
    await action();
  } catch (error) {
    byId("failed").textContent = word("notAnswered", /** @type {Error} */ (error).message);
    byId("failed").hidden = false;
  }
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString(messenger.i18n.getUILanguage());
}

/** @param {number} seconds */
function duration(seconds) {
  const rounded = Math.ceil(seconds);
  return rounded < 60 ? word("seconds", String(rounded)) : word("minutes", String(Math.ceil(rounded / 60)));
}
