import assert from "node:assert/strict";
import { test } from "node:test";
import { bareAddress } from "../src/outgoing/addresses.js";
import { moveToBcc, moveToTo, nameOnce } from "../src/outgoing/fixes/recipients.js";

test("all of To and Cc go behind those already in Bcc, and To is empty", () => {
  assert.deepEqual(moveToBcc({ to: ["Ann <ann@x.org>"], cc: ["bob@x.org"], bcc: ["zoe@x.org"] }),
    { to: [], cc: [], bcc: ["zoe@x.org", "Ann <ann@x.org>", "bob@x.org"] });
});

test("nobody is there twice, however the address is written", () => {
  assert.deepEqual(moveToBcc({ to: ["Ann <ANN@x.org>", "ann@x.org"], cc: ["\"Doe, Bob\" <bob@x.org>"], bcc: ["ann@X.org", "Bob <bob@x.org>"] }).bcc,
    ["ann@X.org", "Bob <bob@x.org>"]);
});

test("fields may be missing, or one string, or hold lists of the address book", () => {
  const list = { type: "mailingList", id: "l1" };
  assert.deepEqual(moveToBcc({ to: "ann@x.org", cc: [list, list] }).bcc, ["ann@x.org", list]);
  assert.deepEqual(moveToBcc({}), { to: [], cc: [], bcc: [] });
});

test("the bare address is what stands in the last angle brackets, in lower case", () => {
  assert.equal(bareAddress("\"a <b> c\" <Ann@Example.org> "), "ann@example.org");
  assert.equal(bareAddress(" Ann@Example.org"), "ann@example.org");
});

test("who would get only a copy is written to", () => {
  assert.deepEqual(moveToTo({ to: [], cc: ["a@x.org", "b@x.org"], bcc: ["c@x.org"] }), { to: ["a@x.org", "b@x.org"], cc: [] });
});

test("everybody is named once, where they are named first", () => {
  assert.deepEqual(nameOnce({ to: ["Ann <A@x.org>", "a@x.org"], cc: ["b@x.org", "a@x.org"], bcc: "B@x.org" }), { to: ["Ann <A@x.org>"], cc: ["b@x.org"], bcc: [] });
});
