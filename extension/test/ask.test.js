import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../src/outgoing/ask.js";

const fails = async () => { throw new Error("no"); };

test("the popup is shown; without its button, a window; and where nothing opens, the message goes and the user is told", async () => {
  const never = { window: assert.fail, sendAndTell: assert.fail };
  assert.equal(await ask({ ...never, popup: async () => true }), "popup");
  assert.equal(await ask({ ...never, popup: async () => false, window: async () => undefined }), "window");
  assert.equal(await ask({ ...never, popup: fails, window: async () => undefined }), "window");
  const told = [];
  assert.equal(await ask({ popup: fails, window: fails, sendAndTell: async error => { told.push(error.message); } }), "sent");
  assert.deepEqual(told, ["no"]);
});
