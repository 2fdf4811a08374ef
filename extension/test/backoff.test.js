import assert from "node:assert/strict";
import { test } from "node:test";
import { delayBefore } from "../src/host/backoff.js";

const middle = () => 0.5;

test("waits twice as long after each failure, and never longer than a minute", () => {
  assert.deepEqual([0, 1, 2, 3, 5, 6, 40].map(attempt => delayBefore(attempt, "was-lost", middle)), [1_000, 2_000, 4_000, 8_000, 32_000, 60_000, 60_000]);
});

test("a program that was never there is looked for less and less, down to every five minutes", () => {
  assert.equal(delayBefore(40, "never-started", middle), 300_000);
});

test("is spread by a quarter either way", () => {
  assert.equal(delayBefore(2, "was-lost", () => 0), 3_000);
  assert.equal(delayBefore(2, "was-lost", () => 1), 5_000);
});
