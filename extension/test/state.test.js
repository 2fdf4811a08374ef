import assert from "node:assert/strict";
import { test } from "node:test";
import { buttonFor } from "../src/button.js";
import { INITIAL, olderHalf, versionsFit } from "../src/host/state.js";

test("versions fit when major and minor are equal", () => {
  assert.equal(versionsFit("0.1.0", "0.1.9"), true);
  assert.equal(versionsFit("0.1.0", "0.10.0"), false);
  assert.equal(versionsFit("1.1.0", "0.1.0"), false);
});

test("the older half is the one to update, and 0.10 is newer than 0.9", () => {
  assert.equal(olderHalf("0.2.0", "0.1.0"), "program");
  assert.equal(olderHalf("0.9.0", "0.10.0"), "addon");
  assert.equal(olderHalf("0.2.0", ""), "program");
});

test("the button calls for attention where there is something to read, first of all an unchecked send", () => {
  const ready = { ...INITIAL, kind: "ready", active: true };
  assert.deepEqual(buttonFor(ready, []), { title: "buttonActive", badge: "" });
  assert.deepEqual(buttonFor({ ...ready, active: false }, [{ seen: true }]), { title: "buttonInactive", badge: "" });
  assert.deepEqual(buttonFor({ ...ready, problems: [{}] }, []), { title: "buttonProblems", badge: "!" });
  assert.deepEqual(buttonFor({ ...ready, kind: "was-lost" }, []), { title: "buttonWasLost", badge: "!" });
  assert.deepEqual(buttonFor({ ...ready, kind: "was-lost" }, [{ seen: false }]), { title: "buttonUnchecked", badge: "!" });
  assert.deepEqual(buttonFor(INITIAL, []), { title: "buttonConnecting", badge: "" });
});
