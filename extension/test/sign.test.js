import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../fakes/clock.js";
import { Sign } from "../src/outgoing/sign.js";

function sign({ findings = [], details = { to: ["a@x.org"], plainTextBody: "Hello" }, examine = async () => ({ findings }) } = {}) {
  const shown = [];
  return { shown, sign: new Sign({ examine, details: async () => details, show: async (tabId, well) => { shown.push([tabId, well]); } }) };
}

test("all is well: a sign; something is to be held: none; a tip does not matter", async () => {
  for (const [severity, well] of [[null, true], ["tip", true], ["ask", false], ["block", false]]) {
    const { shown, sign: made } = sign({ findings: severity ? [{ severity }] : [] });
    await made.changed(7);
    assert.deepEqual(shown, [[7, well]]);
  }
});

test("before there is somebody to write to and a text, nothing is well or not well", async () => {
  for (const details of [{ to: [], cc: [], bcc: [], plainTextBody: "Hello" }, { to: ["a@x.org"], plainTextBody: " \n" }]) {
    const { shown, sign: made } = sign({ details });
    await made.changed(7);
    assert.deepEqual(shown, [[7, false]]);
  }
});

test("what cannot be checked has no sign", async () => {
  const { shown, sign: made } = sign({ examine: async () => { throw new Error("no host"); } });
  await made.changed(7);
  assert.deepEqual(shown, [[7, false]]);
});

test("who writes faster than can be checked is checked once more at the end, not every time", async () => {
  const answers = [];
  const { shown, sign: made } = sign({ examine: () => new Promise(resolve => { answers.push(resolve); }) });
  const done = made.changed(7);
  await settled();
  for (let i = 0; i < 5; i++) {
    made.changed(7);
  }
  answers[0]({ findings: [{ severity: "ask" }] });
  await settled();
  answers[1]({ findings: [] });
  await done;
  assert.equal(answers.length, 2);
  assert.deepEqual(shown, [[7, false], [7, true]]);
});
