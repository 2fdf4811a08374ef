import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock, settled } from "../fakes/clock.js";
import { FakeArea } from "../fakes/storage.js";
import { HostError, HostGone, HostTimeout } from "../src/host/rpc.js";
import { Guard, PATIENCE, TooSlow, uncheckedReason } from "../src/outgoing/guard.js";
import { Reviews } from "../src/outgoing/reviews.js";

const finding = severity => ({ code: "empty-subject", severity, pack: "netiquette", rule: "r", because: "the subject is empty" });
const TAB = { id: 7 };

function guardWith(judge, onUnchecked = async () => undefined, decided = { noHostNoSend: false }) {
  const area = new FakeArea();
  const clock = new FakeClock();
  const told = [];
  const guard = new Guard({
    examine: async () => ({ findings: await judge(), silenced: [] }), reviews: new Reviews(area), timers: clock, policy: { decided }, reason: () => "was-lost",
    onUnchecked: async (...what) => { told.push(what); await onUnchecked(); } });
  return { area, clock, guard, told };
}

test("a well-mannered message goes, and so does one with a tip only", async () => {
  for (const findings of [[], [finding("tip")]]) {
    const { area, guard } = guardWith(async () => findings);
    assert.deepEqual(await guard.beforeSend(TAB, {}), {});
    assert.deepEqual(area.values, {});
  }
});

test("a message with something to look at is held, and its findings are remembered", async () => {
  for (const severity of ["ask", "block"]) {
    const { area, guard } = guardWith(async () => [finding(severity)]);
    assert.deepEqual(await guard.beforeSend(TAB, {}), { cancel: true });
    assert.deepEqual(area.values, { "review.7": { findings: [finding(severity)], silenced: [], mode: "sendNow", asking: true } });
  }
});

test("Send anyway is asked for once and counts once", async () => {
  const { guard } = guardWith(async () => [finding("ask")]);
  await guard.reviews.approve(TAB.id);
  assert.deepEqual(await guard.beforeSend(TAB, {}), {});
  assert.deepEqual(await guard.beforeSend(TAB, {}), { cancel: true });
});

test("a verdict that does not come keeps no message: it goes after two seconds, and the user is told", async () => {
  const { area, clock, guard, told } = guardWith(() => new Promise(() => undefined));
  const sending = guard.beforeSend(TAB, { subject: "s" });
  await settled();
  await clock.advance(PATIENCE);
  assert.deepEqual(await sending, {});
  assert.equal(told.length, 1);
  assert.ok(told[0][2] instanceof TooSlow);
  assert.deepEqual(area.values, {});
});

test("a verdict that comes too late holds nothing and leaves nothing behind", async () => {
  let answer;
  const { area, clock, guard } = guardWith(() => new Promise(resolve => { answer = resolve; }));
  const sending = guard.beforeSend(TAB, {});
  await settled();
  await clock.advance(PATIENCE);
  await sending;
  answer([finding("ask")]);
  await settled();
  assert.deepEqual(area.values, {});
});

test("a missing host keeps no message, and no failure whatever comes out of it, not even that of telling", async () => {
  const { guard, told } = guardWith(async () => { throw new HostGone("no host"); }, async () => { throw new Error("no notifications"); });
  assert.deepEqual(await guard.beforeSend(TAB, {}), {});
  assert.equal(told.length, 1);
});

test("a storage that fails keeps no message", async () => {
  const { area, guard, told } = guardWith(async () => [finding("ask")]);
  area.set = async () => { throw new Error("disk full"); };
  assert.deepEqual(await guard.beforeSend(TAB, {}), {});
  assert.equal(told.length, 1);
});

test("a message mended after it was held leaves no review behind", async () => {
  let findings = [finding("ask")];
  const { area, guard } = guardWith(async () => findings);
  await guard.beforeSend(TAB, {});
  findings = [];
  await guard.beforeSend(TAB, {});
  assert.deepEqual(area.values, {});
});

test("nobody is asked twice: what was sent anyway and came back is not asked about again, but what is new is, and what is not allowed stays so", async () => {
  const findings = [finding("ask")];
  const { guard } = guardWith(async () => findings);
  await guard.reviews.accept(TAB.id, findings);
  assert.deepEqual(await guard.beforeSend(TAB, {}), {});
  assert.deepEqual(await guard.beforeSend(TAB, {}), {}, "that it was let go is not forgotten while the window is there");
  findings.push({ ...finding("ask"), because: "something else" });
  assert.deepEqual(await guard.beforeSend(TAB, {}), { cancel: true });
  assert.deepEqual((await guard.reviews.of(TAB.id)).findings.map(({ because }) => because), ["something else"]);
  findings.splice(0, 2, finding("block"));
  assert.deepEqual(await guard.beforeSend(TAB, {}), { cancel: true });
});

test("where the organisation wants it, what cannot be checked stays, and it is said why", async () => {
  const { area, guard, told } = guardWith(async () => { throw new HostGone("no host"); }, undefined, { noHostNoSend: true });
  assert.deepEqual(await guard.beforeSend(TAB, {}), { cancel: true });
  assert.deepEqual(area.values, { "review.7": { findings: [], mode: "sendNow", asking: true, unchecked: "was-lost" } });
  assert.deepEqual(told, []);
  area.set = async () => { throw new Error("disk full"); };
  assert.deepEqual(await guard.beforeSend(TAB, {}), { cancel: true });
});

test("no timer goes on after the verdict", async () => {
  const { clock, guard } = guardWith(async () => []);
  await guard.beforeSend(TAB, {});
  assert.equal(clock.waiting, 0);
});

test("the user is told why a send went unchecked", () => {
  assert.equal(uncheckedReason(new TooSlow(), "ready"), "slow");
  assert.equal(uncheckedReason(new TooSlow(), "was-lost"), "was-lost");
  assert.equal(uncheckedReason(new HostTimeout("compose/judge", 1), "hanging"), "hanging");
  assert.equal(uncheckedReason(new HostGone("x"), "never-started"), "never-started");
  assert.equal(uncheckedReason(new HostGone("x"), "was-lost"), "was-lost");
  assert.equal(uncheckedReason(new HostError(-32603, "x"), "ready"), "failed");
  assert.equal(uncheckedReason(new HostError(-32001, "x"), "other-version"), "other-version");
  assert.equal(uncheckedReason(new TypeError("x"), "ready"), "failed");
});
