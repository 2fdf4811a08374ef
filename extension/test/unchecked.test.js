import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { UncheckedSends } from "../src/outgoing/unchecked.js";
import { Stored } from "../src/store.js";

function sends() {
  const [local, session] = [new FakeArea(), new FakeArea()];
  const list = new Stored(local, "unchecked", []);
  return { list, local, session, unchecked: new UncheckedSends(list, session, () => new Date("2026-11-02T10:00:00Z")) };
}

test("an unchecked send is kept until it is put away", async () => {
  const { local, session, unchecked } = sends();
  await unchecked.add(7, "Hello", "was-lost");
  await unchecked.settle(7, true);
  assert.deepEqual(local.values.unchecked, [{ id: "2026-11-02T10:00:00.000Z 7", at: "2026-11-02T10:00:00.000Z", subject: "Hello", reason: "was-lost", seen: false }]);
  assert.deepEqual(session.values, {});
  await unchecked.markSeen();
  assert.equal(local.values.unchecked[0].seen, true);
  await unchecked.forget();
  assert.deepEqual(local.values.unchecked, []);
});

test("a send that Thunderbird did not carry out after all is struck off", async () => {
  const { local, unchecked } = sends();
  await unchecked.add(7, "One", "slow");
  await unchecked.add(8, "Other", "slow");
  await unchecked.settle(7, false);
  assert.deepEqual(local.values.unchecked.map(({ subject }) => subject), ["Other"]);
});

test("two that go at once are both kept", async () => {
  const { local, unchecked } = sends();
  await Promise.all([unchecked.add(1, "a", "slow"), unchecked.add(2, "b", "slow")]);
  assert.equal(local.values.unchecked.length, 2);
});

test("a storage that fails once is told to who asked, and the next change is made", async () => {
  const { list, local } = sends();
  const set = local.set.bind(local);
  local.set = async () => { throw new Error("disk full"); };
  const refused = assert.rejects(list.update(() => [1]), /disk full/);
  await refused;
  local.set = set;
  assert.deepEqual(await list.update(values => [...values, 2]), [2]);
});
