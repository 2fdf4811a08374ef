import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "../fakes/clock.js";
import { patient, Unanswered } from "../src/incoming/patience.js";

test("a call that is answered gives what it gave, and leaves no timer", async () => {
  const clock = new FakeClock();
  const api = patient({ move: async (...args) => args.length }, clock);
  assert.equal(await api.move([1], "x"), 2);
  assert.equal(clock.waiting, 0);
});

test("a call that fails fails as it did", async () => {
  const api = patient({ move: async () => { throw new Error("no such folder"); } }, new FakeClock());
  await assert.rejects(api.move(), /no such folder/);
});

test("a call that is never answered ends after a minute, and names itself", async () => {
  const clock = new FakeClock();
  const api = patient({ move: () => new Promise(() => undefined) }, clock);
  const outcome = assert.rejects(api.move(), error => error instanceof Unanswered && /move/.test(error.message));
  await clock.advance(60_000);
  await outcome;
});

test("a function that calls another of the same object still finds it", async () => {
  const api = patient({ async find() { return this.copies(); }, copies: async () => 2 }, new FakeClock());
  assert.equal(await api.find(), 2);
});
