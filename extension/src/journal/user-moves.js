import { topmostReceived } from "../incoming/received.js";

/**
 * Notes, for the host, what the user moved by hand into an inbox or out of one: what was put back there is not moved away again.
 * @param {object} world
 * @param {import("./outbox.js").Outbox} world.outbox
 * @param {(header: any) => Promise<Record<string, string[]>>} world.headers
 * @param {any[]} before headers of the messages before the user's move @param {any[]} after in the same order
 */
export async function noteUserMoves({ outbox, headers }, before, after) {
  const moved = after.map((now, index) => ({ was: before[index], now }));
  const groups = new Map();
  for (const { was, now } of moved) {
    const into = inInbox(now);
    if (into || inInbox(was)) {
      const account = (into ? now : was).folder.accountId;
      // Without the field it counts as a copy that has none; the look into the inbox that follows puts it right.
      const received = await headers(now).then(topmostReceived, () => "");
      const key = `${account} ${into}`;
      const group = groups.get(key) ?? { account, intoInbox: into, messages: [] };
      group.messages.push({ headerMessageId: now.headerMessageId, received });
      groups.set(key, group);
    }
  }
  for (const group of groups.values()) {
    await outbox.add("messages/filed", group);
  }
}

/** @param {any} header */
function inInbox(header) {
  return header?.folder?.specialUse?.includes("inbox") === true;
}
