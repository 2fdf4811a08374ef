import { Failure } from "../incoming/failure.js";
import { within } from "../incoming/patience.js";
import { topmostReceived } from "../incoming/received.js";

/** The user waits, and what is not told by then is told when the message lies elsewhere. Milliseconds. */
const TOLD_WITHIN = 5_000;

/** Takes a message out of the junk folder: it goes where the rules would put it if it were not junk, else into the inbox, and the learner is taught. */
export class Rescue {
  /**
   * @param {object} world
   * @param {any} world.mail
   * @param {import("../incoming/folders.js").Folders} world.folders
   * @param {import("../journal/explain.js").Explain} world.explain
   * @param {import("../journal/outbox.js").Outbox} world.outbox
   * @param {import("./lessons.js").Lessons} world.lessons
   */
  constructor({ mail, folders, explain, outbox, lessons }) {
    this.mail = mail;
    this.folders = folders;
    this.explain = explain;
    this.outbox = outbox;
    this.lessons = lessons;
  }

  /**
   * @param {{account: string, folder: string, headerMessageId: string}} where
   * @returns {Promise<{to: string}>} the path of the folder where it lies now
   */
  async rescue(where) {
    const header = await this.mail.find(where);
    if (!header) {
      throw new Failure("not-in-junk");
    }
    const { account, headerMessageId } = where;
    const target = await this.#target(header, account);
    await this.lessons.add([{ ...where, id: header.id, did: "rescued", wasInInbox: false }]);
    if (target.specialUse?.includes("inbox")) {
      // Noted before it lies there: what was put into the inbox is not moved away again.
      const received = topmostReceived(await this.mail.headers(header));
      await this.outbox.add("messages/filed", { account: target.accountId, intoInbox: true, messages: [{ headerMessageId, received }] });
    }
    // Learned while it is at hand: after a move over the network it takes a while until Thunderbird knows it in its new place.
    await within(TOLD_WITHIN, Promise.all([this.outbox.flush(), this.lessons.tell()])).catch(error => console.warn("Tripostal: told later:", error));
    await this.mail.update(header.id, { junk: false });
    await this.mail.move([header.id], target.id);
    return { to: target.path };
  }

  /** @param {any} header @param {string} account */
  async #target(header, account) {
    const wanted = await this.#placement(header);
    if (wanted) {
      return this.folders.at(account, wanted.folder);
    }
    const [inbox] = [...await this.mail.inboxes(account), ...await this.mail.inboxes()];
    if (!inbox) {
      throw new Failure("no-inbox");
    }
    return inbox;
  }

  /** Where the rules would put it. Without the host it goes into the inbox. @param {any} header */
  async #placement(header) {
    try {
      const { actions, lost } = await this.explain.now({ ...header, junk: false });
      return /** @type {any[]} */ ([...actions, ...lost]).find(({ type }) => type === "file-into");
    } catch (error) {
      console.warn("Tripostal: the rules cannot be asked where it belongs:", error);
      return undefined;
    }
  }
}
