import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "../fakes/clock.js";
import { RpcClient } from "../src/host/rpc.js";

function client() {
  const clock = new FakeClock();
  const sent = [];
  const heard = [];
  const rpc = new RpcClient({ send: message => sent.push(message), onNotification: (...said) => heard.push(said), timers: clock });
  return { clock, heard, rpc, sent };
}

test("answers find their questions, in whatever order they come", async () => {
  const { clock, rpc, sent } = client();
  const first = rpc.request("a");
  const second = rpc.request("b");
  rpc.receive({ jsonrpc: "2.0", id: sent[1].id, result: "to b" });
  rpc.receive({ jsonrpc: "2.0", id: sent[0].id, result: "to a" });
  assert.deepEqual(await Promise.all([first, second]), ["to a", "to b"]);
  assert.equal(clock.waiting, 0);
});

test("a question without an answer fails when its time is over, and the late answer is dropped", async () => {
  const { clock, rpc, sent } = client();
  const asked = rpc.request("slow", {}, 1_000);
  const failure = assert.rejects(asked, { name: "HostTimeout" });
  await clock.advance(1_000);
  await failure;
  rpc.receive({ jsonrpc: "2.0", id: sent[0].id, result: "late" });
});

test("when the connection ends, all that waits fails, and so does what is asked later", async () => {
  const { clock, rpc } = client();
  const asked = rpc.request("a");
  rpc.close("the program ended");
  await assert.rejects(asked, { name: "HostGone", message: "the program ended" });
  await assert.rejects(rpc.request("b"), { name: "HostGone", message: "the program ended" });
  assert.equal(clock.waiting, 0);
});

test("what the host says unasked is told, and is no answer", () => {
  const { heard, rpc } = client();
  rpc.receive({ jsonrpc: "2.0", method: "state/changed", params: { active: true } });
  assert.deepEqual(heard, [["state/changed", { active: true }]]);
});

test("an error without an id belongs to no question and disturbs none", async () => {
  const { rpc, sent } = client();
  const asked = rpc.request("a");
  rpc.receive({ jsonrpc: "2.0", id: null, error: { code: -32700, message: "not JSON" } });
  rpc.receive({ jsonrpc: "2.0", id: sent[0].id, result: 1 });
  assert.equal(await asked, 1);
});
