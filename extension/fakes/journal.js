import { webcrypto } from "node:crypto";
import { deliveryOf } from "../src/incoming/received.js";

globalThis.crypto ??= webcrypto; // as browsers have it; Node 18 has not

/** The host as far as the journal goes: it knows each copy that was ever judged, by account, Message-ID and delivery, and how many rest in the inbox. */
export class FakeJournal {
  copies = new Map();
  accounts = new Set();
  entries = [];
  asked = [];
  actions = () => [{ type: "file-into", folder: "Family", pack: "sorting", rule: "Sort by sender", because: "it comes from Ann" }];

  request = async (method, params) => {
    this.asked.push([method, params]);
    return this[method](params);
  };

  "messages/judge" = async ({ messages }) => ({ decisions: await Promise.all(messages.map(async message => ({
    actions: this.actions(message), lost: [], spam: {}, needs: [], delivery: await deliveryOf(message.headers.received?.[0] ?? "") }))) });

  "messages/applied" = ({ account, run, applied }) => {
    for (const { headerMessageId, delivery, from, to, decision, before, outcome } of applied) {
      this.copies.set(`${account} ${headerMessageId} ${delivery}`, from === to ? 1 : 0);
      if (decision.actions.length > 0) {
        this.entries.unshift({ id: this.entries.length + 1, run, account, headerMessageId, from, to, decision, before, outcome, undo: "none" });
      }
    }
    return { ids: [] };
  };

  "messages/filed" = async ({ account, intoInbox, messages }) => {
    for (const { headerMessageId, received } of messages) {
      this.copies.set(`${account} ${headerMessageId} ${await deliveryOf(received)}`, intoInbox ? 1 : 0);
    }
    return {};
  };

  "inbox/compare" = async ({ account, messages, since }) => {
    const first = !this.accounts.has(account);
    this.accounts.add(account);
    this.since = first ? since : this.since;
    const unknown = [];
    const ambiguous = [];
    for (const [place, { headerMessageId, received, date }] of messages.entries()) {
      const copies = [...this.copies].filter(([key]) => key.startsWith(`${account} ${headerMessageId} `));
      const delivery = await deliveryOf(received ?? "");
      const present = messages.filter(message => message.headerMessageId === headerMessageId).length;
      if (this.since && date < this.since || !this.since && first) {
        this.copies.set(`${account} ${headerMessageId} ${delivery}`, 1);
      } else if (copies.length === 0) {
        unknown.push(place);
      } else if (present > copies.reduce((sum, [, resting]) => sum + resting, 0)) {
        if (received === undefined) {
          ambiguous.push(place);
        } else if (!copies.some(([key]) => key.endsWith(` ${delivery}`))) {
          unknown.push(place);
        }
      }
    }
    return { unknown, ambiguous };
  };

  "journal/undo" = ({ ids = [], lastRun = false }) => {
    const run = this.entries.find(({ undo }) => undo === "none")?.run;
    this.entries.filter(({ id, undo, run: own }) => undo === "none" && (ids.includes(id) || (lastRun && own === run))).forEach(entry => { entry.undo = "requested"; });
    return { entries: this.entries.filter(({ undo }) => undo === "requested").map(entry => ({ ...entry })) };
  };

  "journal/undone" = ({ done, failed }) => {
    this.entries.forEach(entry => { entry.undo = done.includes(entry.id) ? "done" : failed.includes(entry.id) ? "none" : entry.undo; });
    return {};
  };

  "journal/list" = ({ account, headerMessageId }) =>
    ({ entries: this.entries.filter(entry => entry.account === account && entry.headerMessageId === headerMessageId) });
}
