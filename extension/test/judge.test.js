import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeMail } from "../fakes/mail.js";
import { HostError, HostGone } from "../src/host/rpc.js";
import { judge } from "../src/incoming/judge.js";
import { chunks } from "../src/incoming/wire.js";

const decision = (extra = {}) => ({ actions: [], lost: [], spam: {}, needs: [], ...extra });

function held(count, extra) {
  const mail = new FakeMail();
  return Array.from({ length: count }, (_, index) => ({ header: mail.deliver(`${index}`, extra), headers: { from: ["x"] } }));
}

/** Asks a host that answers each message by itself, and notes what it was asked. */
async function asked(messages, answer, partsOf = async () => [{ body: "b" }]) {
  const requests = [];
  const request = async (method, params) => {
    requests.push(params.messages);
    return { decisions: params.messages.map(answer) };
  };
  return { decisions: await judge({ request, partsOf }, "a", "/INBOX", messages), requests };
}

test("the body is fetched only where the host asks for it, and decisions keep their places", async () => {
  const fetched = [];
  const { decisions, requests } = await asked(held(3),
    message => message.headerMessageId === "1" && !message.parts ? decision({ needs: ["body"] }) : decision({ actions: [{ type: message.headerMessageId }] }),
    async header => { fetched.push(header.headerMessageId); return [{ body: "b" }]; });
  assert.deepEqual(fetched, ["1"]);
  assert.deepEqual(requests.map(messages => messages.length), [3, 1]);
  assert.deepEqual(decisions.map(({ actions }) => actions[0].type), ["0", "1", "2"]);
});

test("a body that cannot be fetched fails that message only", async () => {
  const { decisions } = await asked(held(2), ({ headerMessageId }) => headerMessageId === "0" ? decision({ needs: ["body"] }) : decision(),
    async () => { throw new Error("not on this computer"); });
  assert.match(decisions[0].message, /not on this computer/);
  assert.deepEqual(decisions[1], decision());
});

test("a host that wants the body again is not asked a third time", async () => {
  const { decisions, requests } = await asked(held(1), () => decision({ needs: ["body"] }));
  assert.ok(decisions[0] instanceof Error);
  assert.equal(requests.length, 2);
});

test("one message that the host fails on does not take the others with it", async () => {
  const request = async (_, { messages }) => {
    if (messages.some(({ headerMessageId }) => headerMessageId === "3")) {
      throw new HostError(-32603, "it burst");
    }
    return { decisions: messages.map(() => decision()) };
  };
  const decisions = await judge({ request, partsOf: assert.fail }, "a", "/INBOX", held(5));
  assert.deepEqual(decisions.map(answer => answer instanceof HostError), [false, false, false, true, false]);
});

test("a host that answers too little is not believed", async () => {
  const decisions = await judge({ request: async () => ({ decisions: [decision()] }), partsOf: assert.fail }, "a", "/INBOX", held(2));
  assert.ok(decisions.every(answer => answer instanceof Error));
});

test("a host that is gone, or of another version, is the connection's affair", async () => {
  for (const error of [new HostGone("ended"), new HostError(-32001, "other version")]) {
    await assert.rejects(judge({ request: async () => { throw error; }, partsOf: assert.fail }, "a", "/INBOX", held(2)), error);
  }
});

test("no frame grows too large: neither by number nor by bytes, and a giant goes alone", () => {
  assert.deepEqual(chunks([1, 2, 3], () => 1, 100, 2), [[1, 2], [3]]);
  assert.deepEqual(chunks([40, 40, 40, 500, 1], size => size, 100), [[40, 40], [40], [500], [1]]);
  assert.deepEqual(chunks([], () => 1), []);
});
