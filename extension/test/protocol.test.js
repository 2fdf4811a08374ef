import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { FakePort } from "../fakes/port.js";
import { HostConnection } from "../src/host/connection.js";
import { FakeArea } from "../fakes/storage.js";
import { FolderRunner } from "../src/folder-run/runner.js";
import { introduction } from "../src/host/introduction.js";
import { RpcClient } from "../src/host/rpc.js";
import { judge } from "../src/incoming/judge.js";
import { Outbox } from "../src/journal/outbox.js";
import { toWire } from "../src/outgoing/wire.js";
import { Stored } from "../src/store.js";

const GOLDEN = new URL("../../native-host/src/protocol/", import.meta.url);
const exchange = name => JSON.parse(readFileSync(new URL(`${name}.json`, GOLDEN), "utf8")).exchange;

/** The add-on of `account1`, talking to a host that answers as the golden file says and to nothing else. */
function addOn(name, version = "0.1.0") {
  const steps = exchange(name);
  const port = new FakePort(() => steps[port.sent.length - 1].response);
  const connection = new HostConnection({
    connect: () => port,
    version,
    introduction: async () => introduction({
      locale: "en-US", accounts: [{ id: "account1", type: "imap", identities: [{ id: "id1", email: "me@example.org", name: "Me" }] }, { id: "account2", identities: [] }] }),
    planRetry: () => undefined,
    onState: () => undefined,
  });
  return { connection, port, requests: steps.map(({ request }) => request), responses: steps.map(({ response }) => response) };
}

test("introduces itself as the protocol says, and takes in the state", async () => {
  const { connection, port, requests } = addOn("initialize");
  await connection.open();
  assert.deepEqual(port.sent, requests);
  assert.equal(connection.state.kind, "ready");
  assert.equal(connection.state.active, false);
  assert.equal(connection.state.routes, 2);
});

test("asks about incoming messages as the protocol says", async () => {
  const { connection, port, requests, responses } = addOn("judge-incoming");
  const held = requests[1].params.messages.map(({ headers, known, ...header }, index) => ({
    headers, known, header: { ...header, id: index, date: new Date(header.date), folder: { path: "/INBOX" }, junkScore: 0, new: true, external: false } }));
  const notHere = new Error("the body is not at hand");
  const decisions = await judge({ request: (...call) => connection.request(...call), partsOf: async () => { throw notHere; } }, "account1", "/INBOX", held);
  assert.deepEqual(port.sent, requests);
  assert.deepEqual(decisions, responses[1].result.decisions.map(decision => decision.needs.length > 0 ? notHere : decision));
});

test("asks about outgoing messages as the protocol says", async () => {
  const { connection, port, requests, responses } = addOn("judge-outgoing");
  for (const [index, { params }] of requests.entries()) {
    if (index > 0) {
      const { account, attachments, original, ...details } = params.message;
      const composed = { ...details, identityId: "id1", followupTo: [], newsgroups: [], priority: "normal", customHeaders: [], isModified: true };
      const { findings } = await connection.request("compose/judge", { message: toWire(composed, attachments, account, original) });
      assert.deepEqual(findings, responses[index].result.findings);
    }
  }
  assert.deepEqual(port.sent, requests);
});

test("switches sorting on as the protocol says", async () => {
  const { connection, port, requests } = addOn("switch-on");
  await connection.open();
  await connection.setActive(true);
  assert.deepEqual(port.sent, requests);
  assert.equal(connection.state.active, true);
  assert.equal(connection.state.version, "0.1.0");
});

test("knows a version that does not fit", async () => {
  const { connection, port, requests } = addOn("other-version", "0.2.0");
  await assert.rejects(connection.open(), { code: -32001 });
  assert.deepEqual(port.sent, requests);
  assert.equal(connection.state.kind, "other-version");
  assert.equal(connection.state.version, "0.1.0");
});

for (const file of readdirSync(GOLDEN).filter(name => name.endsWith(".json"))) {
  test(`every exchange of ${file} can be had`, async () => {
    for (const { request, response } of exchange(file.replace(".json", ""))) {
      const sent = [];
      const client = new RpcClient({ send: message => sent.push(message), onNotification: assert.fail });
      const answer = client.request(request.method, request.params);
      assert.deepEqual({ ...sent[0], id: request.id }, request);
      client.receive({ ...response, id: sent[0].id });
      if (response.error) {
        await assert.rejects(answer, { name: "HostError", code: response.error.code, message: response.error.message });
      } else {
        assert.deepEqual(await answer, response.result);
      }
    }
  });
}

test("tries out a route on a folder as the protocol says", async () => {
  const { connection, port, requests } = addOn("whole-folder");
  await connection.open();
  const [, , { params: { messages: [{ headers, ...header }] } }] = requests;
  const area = new FakeArea();
  const request = (method, params) => connection.request(method, params);
  const runner = new FolderRunner({
    request, books: { of: async () => [] }, folders: null, folderAt: async () => ({ id: "f" }), area, jobs: new Stored(area, "folderRuns", []),
    outbox: new Outbox(new Stored(area, "outbox", []), request), mail: { messagesIn: async () => [{ ...header, id: 1, folder: { path: "/INBOX" } }], headers: async () => headers } });
  const id = await runner.start({ kind: "preview", account: "account1", folder: "/INBOX", what: { trial: requests[2].params.trial } });
  await runner.work();
  assert.deepEqual(port.sent, requests.slice(0, 4));
  assert.deepEqual(runner.seen(id).groups.map(({ folder, count }) => [folder, count]), [["Friends", 1]]);
});
