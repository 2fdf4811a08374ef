import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { Examiner, byWeight } from "../src/outgoing/examiner.js";
import { Policy, decidedBy } from "../src/outgoing/policy.js";
import { Silences, addressees, sifted } from "../src/outgoing/silences.js";
import { Stored } from "../src/store.js";

const finding = (code, severity = "ask") => ({ code, severity, pack: "netiquette", rule: "r", because: "b" });
const NOW = new Date(2026, 10, 2, 22, 30);

function silences(clock = { now: NOW }) {
  let id = 0;
  const area = new FakeArea();
  return { area, clock, all: new Silences(new Stored(area, "silences", []), () => clock.now, () => `s${++id}`) };
}

test("all whom a message goes to, each once, by bare address", () => {
  assert.deepEqual(addressees({ to: ["Ann <A@x.org>", "a@x.org"], cc: "b@x.org", bcc: [{ type: "contact", id: "7" }] }), ["a@x.org", "b@x.org", "contact 7"]);
  assert.deepEqual(addressees({}), []);
});

test("about a kind: never again, to nobody", async () => {
  const { all } = silences();
  await all.add("missing-greeting", "kind", ["a@x.org"]);
  const { findings, silenced } = sifted([finding("missing-greeting"), finding("missing-closing")], ["c@x.org"], await all.list(), NOW);
  assert.deepEqual([findings.map(({ code }) => code), silenced.map(({ code }) => code)], [["missing-closing"], ["missing-greeting"]]);
});

test("for recipients: only where it goes to nobody else", async () => {
  const { all } = silences();
  await all.add("missing-greeting", "recipients", ["a@x.org", "b@x.org"]);
  const asked = async recipients => sifted([finding("missing-greeting")], recipients, await all.list(), NOW).findings.length === 1;
  assert.equal(await asked(["a@x.org"]), false);
  assert.equal(await asked(["b@x.org", "a@x.org"]), false);
  assert.equal(await asked(["a@x.org", "boss@x.org"]), true);
  assert.equal(await asked([]), true);
});

test("for today: until midnight where the user is", async () => {
  const { all, clock, area } = silences();
  await all.add("shouting-subject", "today", []);
  assert.equal((await all.list()).length, 1);
  clock.now = new Date(2026, 10, 2, 23, 59, 59);
  assert.equal((await all.list()).length, 1);
  clock.now = new Date(2026, 10, 3, 0, 0, 0);
  assert.deepEqual(await all.list(), []);
  await all.add("empty-subject", "kind", []);
  assert.deepEqual(area.values.silences.map(({ code }) => code), ["empty-subject"], "what is over is not kept");
});

test("it can be revoked", async () => {
  const { all } = silences();
  await all.add("shouting-subject", "kind", []);
  await all.add("empty-subject", "kind", []);
  await all.revoke("s1");
  assert.deepEqual((await all.list()).map(({ code }) => code), ["empty-subject"]);
});

test("what is not allowed cannot be silenced, by a rule or by the organisation", async () => {
  const { all } = silences();
  await all.add("empty-subject", "kind", []);
  const policy = new Policy(async () => ({ block: ["empty-subject"] }));
  const examiner = new Examiner({ judge: async () => [finding("missing-greeting", "tip"), finding("empty-subject")], policy, silences: all, now: () => NOW });
  const { findings, silenced } = await examiner.examine(7, { to: ["a@x.org"] });
  assert.deepEqual(findings.map(({ code, severity }) => `${code} ${severity}`), ["empty-subject block", "missing-greeting tip"]);
  assert.deepEqual(silenced, []);
});

test("the gravest comes first; equals stay in the order of the rules", () => {
  assert.deepEqual(byWeight([finding("a", "tip"), finding("b"), finding("c", "block"), finding("d")]).map(({ code }) => code), ["c", "b", "d", "a"]);
});

test("without policies nothing is decided, and that is no fault", async () => {
  const policy = new Policy(async () => { throw new Error("Managed storage manifest not found"); });
  await policy.ready;
  assert.deepEqual(policy.decided, { block: [], noHostNoSend: false, problems: [] });
});

test("what a policy says wrongly is told; what is right holds", () => {
  assert.deepEqual(decidedBy({ block: ["empty-subject", "empty-subjects"], noHostNoSend: "yes", colour: 1 }), {
    block: ["empty-subject"], noHostNoSend: false,
    problems: [{ name: "block", value: "\"empty-subjects\"" }, { name: "noHostNoSend", value: "\"yes\"" }, { name: "colour", value: "1" }] });
  assert.deepEqual(decidedBy({ block: "large-attachment", noHostNoSend: true }), { block: ["large-attachment"], noHostNoSend: true, problems: [] });
});
