import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { HostError, HostGone } from "../src/host/rpc.js";
import { Outbox } from "../src/journal/outbox.js";
import { Stored } from "../src/store.js";

function outbox(answer) {
  const area = new FakeArea();
  const told = [];
  const made = new Outbox(new Stored(area, "outbox", []), async (method, params) => { await answer(params); told.push(params.n); });
  return { area, outbox: made, told };
}

test("what happened is told in order, once, however many ask at once", async () => {
  const { area, outbox: made, told } = outbox(async () => undefined);
  await Promise.all([1, 2, 3].map(n => made.add("messages/applied", { n })));
  await Promise.all([made.flush(), made.flush()]);
  assert.deepEqual([told, area.values.outbox], [[1, 2, 3], []]);
});

test("what cannot be told now is kept: the host is gone, or its journal fails", async () => {
  for (const error of [new HostGone("ended"), new HostError(-32006, "disk full")]) {
    const { area, outbox: made } = outbox(async () => { throw error; });
    await made.add("messages/applied", { n: 1 });
    await assert.rejects(made.flush(), error);
    assert.equal(area.values.outbox.length, 1);
  }
});

test("what the host will never take does not keep the rest back", async () => {
  const { area, outbox: made, told } = outbox(async ({ n }) => { if (n === 1) { throw new HostError(-32602, "account is missing"); } });
  await made.add("messages/applied", { n: 1 });
  await made.add("messages/applied", { n: 2 });
  await made.flush();
  assert.deepEqual([told, area.values.outbox], [[2], []]);
});
