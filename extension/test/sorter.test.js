import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeMail } from "../fakes/mail.js";
import { FakeArea } from "../fakes/storage.js";
import { HostError, HostGone } from "../src/host/rpc.js";
import { Folders } from "../src/incoming/folders.js";
import { MOST_TRIES } from "../src/incoming/queue.js";
import { Sorter } from "../src/incoming/sorter.js";
import { Stored } from "../src/store.js";

const family = { type: "file-into", folder: "Family", pack: "sorting", rule: "Sort by sender", because: "it comes from Ann" };

/** A sorter with mail, storage, and a host that files everything into Family unless told otherwise. */
function world({ area = new FakeArea(), mail = new FakeMail(), active = true } = {}) {
  const host = {
    state: { active },
    asked: [],
    open: async () => undefined,
    answer: () => [family],
    request: async (_, { messages }) => {
      host.asked.push(messages.map(({ headerMessageId }) => headerMessageId));
      return { decisions: messages.map(message => ({ actions: host.answer(message), lost: [], spam: {}, needs: [] })) };
    },
  };
  const sorter = new Sorter({
    host, mail, folders: new Folders(mail), now: () => new Date("2026-11-02T10:00:00Z"),
    queue: new Stored(area, "queue", []), ledger: new Stored(area, "ledger", []), decisions: new Stored(area, "decisions", []),
  });
  const arrive = async (...ids) => {
    await sorter.take("a", "/INBOX", ids.map(id => mail.deliver(id)));
    await sorter.drain();
  };
  return { area, arrive, host, mail, sorter };
}

test("new mail goes where the host says, and the reason is kept to be shown", async () => {
  const { area, arrive, mail } = world();
  await arrive("1", "2");
  assert.deepEqual(mail.at("/Family"), ["1", "2"]);
  assert.deepEqual(area.values.queue, []);
  assert.equal(area.values.decisions.length, 2);
  assert.deepEqual(area.values.decisions[1], { at: "2026-11-02T10:00:00.000Z", account: "a", folder: "/INBOX", headerMessageId: "1",
    author: "Ann <ann@example.org>", subject: "about 1", outcome: "done",
    actions: [{ type: "file-into", folder: "Family", tag: undefined, pack: "sorting", rule: "Sort by sender", because: "it comes from Ann" }] });
});

test("mail that comes while the host is missing waits, over a restart too, and is judged when it is back", async () => {
  const first = world();
  first.host.open = async () => { throw new HostGone("No such native application"); };
  await first.arrive("1");
  assert.deepEqual(first.mail.at("/INBOX"), ["1"]);
  const second = world({ area: new FakeArea(first.area.values), mail: first.mail });
  await second.sorter.drain();
  assert.deepEqual(second.mail.at("/Family"), ["1"]);
  assert.deepEqual(second.area.values.queue, []);
});

test("a host that dies over the messages gets them again, one by one, and only so often", async () => {
  const { area, arrive, host, mail, sorter } = world();
  const request = host.request;
  host.request = async (method, params) => {
    if (params.messages.some(({ headerMessageId }) => headerMessageId === "poison")) {
      host.asked.push("died");
      throw new HostGone("the program ended");
    }
    return request(method, params);
  };
  await arrive("1", "poison", "2");
  for (let restart = 0; restart < 3 * MOST_TRIES; restart++) {
    await sorter.drain();
  }
  assert.deepEqual(mail.at("/Family"), ["1", "2"]);
  assert.deepEqual(mail.at("/INBOX"), ["poison"]);
  assert.equal(host.asked.filter(answer => answer === "died").length, MOST_TRIES);
  assert.deepEqual(area.values.queue, []);
  assert.equal(area.values.decisions.find(({ headerMessageId }) => headerMessageId === "poison").reason, "lost-each-time");
});

test("a host that was never reached does not count as having died over a message", async () => {
  const { area, arrive, host, sorter } = world();
  host.open = async () => { throw new HostGone("No such native application"); };
  await arrive("1");
  for (let attempt = 0; attempt < 2 * MOST_TRIES; attempt++) {
    await sorter.drain();
  }
  assert.equal(area.values.queue[0].tries, 0);
});

test("another version leaves all mail waiting", async () => {
  const { area, arrive, host } = world();
  host.request = async () => { throw new HostError(-32001, "other version"); };
  await arrive("1");
  assert.deepEqual(area.values.queue.map(({ headerMessageId, tries }) => [headerMessageId, tries]), [["1", 0]]);
});

test("while sorting is off nothing moves, what would be done is shown, and switching on concerns new mail only", async () => {
  const { area, arrive, host, mail, sorter } = world({ active: false });
  await arrive("1");
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.equal(area.values.decisions[0].outcome, "would");
  host.state.active = true;
  await sorter.drain();
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  await arrive("2");
  assert.deepEqual(mail.at("/Family"), ["2"]);
});

test("a message that is reported twice is dealt with once, and what the user moved back stays", async () => {
  const { host, mail, sorter, arrive } = world();
  await arrive("1");
  await mail.move([mail.messages[0].id], "a://INBOX");
  await sorter.take("a", "/INBOX", mail.messages);
  await sorter.drain();
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.equal(host.asked.length, 1);
});

test("a message that is reported twice at once is asked about once", async () => {
  const { host, mail, sorter } = world();
  const header = mail.deliver("1");
  await Promise.all([sorter.take("a", "/INBOX", [header]), sorter.take("a", "/INBOX", [header, header])]);
  await sorter.drain();
  assert.deepEqual(host.asked, [["1"]]);
});

test("a message that has gone meanwhile is forgotten", async () => {
  const { area, host, mail, sorter } = world();
  await sorter.take("a", "/INBOX", [mail.deliver("1")]);
  mail.messages = [];
  await sorter.drain();
  assert.deepEqual(area.values.queue, []);
  assert.deepEqual(host.asked, []);
  assert.equal(area.values.decisions, undefined);
});

test("a message that cannot be read is told and left, and the others go on", async () => {
  const { area, arrive, mail } = world();
  const headers = mail.headers;
  mail.headers = async header => header.headerMessageId === "bad" ? Promise.reject(new Error("cannot be read")) : headers(header);
  await arrive("bad", "1");
  assert.deepEqual(mail.at("/INBOX"), ["bad"]);
  assert.deepEqual(mail.at("/Family"), ["1"]);
  assert.equal(area.values.decisions.find(({ outcome }) => outcome === "failed").error, "cannot be read");
});

test("a failing move leaves the message, and says so", async () => {
  const { area, arrive, mail } = world();
  mail.move = async () => { throw new Error("the server said no"); };
  await arrive("1");
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
  assert.equal(area.values.decisions[0].outcome, "failed");
  assert.equal(area.values.decisions[0].error, "the server said no");
  assert.deepEqual(area.values.queue, []);
});

test("messages that no rule speaks of are not listed", async () => {
  const { area, arrive, host } = world();
  host.answer = () => [];
  await arrive("1");
  assert.equal(area.values.decisions, undefined);
});

test("120 messages at once are asked about in batches, and 50 decisions are kept", async () => {
  const { area, arrive, host, mail } = world();
  await arrive(...Array.from({ length: 120 }, (_, index) => `${index}`));
  assert.deepEqual(host.asked.map(batch => batch.length), [50, 50, 20]);
  assert.equal(mail.at("/Family").length, 120);
  assert.equal(area.values.decisions.length, 50);
  assert.equal(area.values.decisions[0].headerMessageId, "119");
});

test("mail that comes while others are being judged is judged too", async () => {
  const { host, mail, sorter } = world();
  const request = host.request;
  host.request = async (...call) => {
    if (host.asked.length === 0) {
      await sorter.take("a", "/INBOX", [mail.deliver("2")]);
      sorter.drain();
    }
    return request(...call);
  };
  await sorter.take("a", "/INBOX", [mail.deliver("1")]);
  await sorter.drain();
  assert.deepEqual(mail.at("/Family"), ["1", "2"]);
});
