import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { Reviews } from "../src/outgoing/reviews.js";

const REVIEW = { findings: [], mode: "sendNow", asking: true };

test("storage is read once, and is not asked to take away what is not there", async () => {
  const calls = [];
  const area = new FakeArea();
  const counted = Object.fromEntries(["get", "set", "remove"].map(name => [name, async what => { calls.push(name); return area[name](what); }]));
  const reviews = new Reviews(counted);
  assert.equal(await reviews.takeApproval(7), false);
  await reviews.close(7);
  assert.deepEqual(calls, ["get"]);
  await reviews.remember(7, REVIEW);
  assert.deepEqual(await reviews.of(7), REVIEW);
  await reviews.close(7);
  assert.equal(await reviews.of(7), undefined);
  assert.deepEqual(calls, ["get", "set", "remove"]);
  assert.deepEqual(area.values, {});
});

test("what was remembered before the page was stopped is there when it runs again", async () => {
  const area = new FakeArea();
  await new Reviews(area).remember(7, REVIEW);
  await new Reviews(area).approve(7);
  const again = new Reviews(area);
  assert.deepEqual(await again.of(7), REVIEW);
  assert.equal(await again.takeApproval(7), true);
  assert.equal(await new Reviews(area).takeApproval(7), false);
});

test("what could not be written is not remembered, and what could not be read is read the next time", async () => {
  const area = new FakeArea({ "review.7": REVIEW });
  const { get, set } = area;
  area.get = async () => { throw new Error("no storage"); };
  const reviews = new Reviews(area);
  await assert.rejects(reviews.of(7), /no storage/);
  area.get = get;
  assert.deepEqual(await reviews.of(7), REVIEW);
  area.set = async () => { throw new Error("full"); };
  await assert.rejects(reviews.approve(7), /full/);
  area.set = set;
  assert.equal(await reviews.takeApproval(7), false);
});
