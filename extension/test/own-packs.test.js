import assert from "node:assert/strict";
import { test } from "node:test";
import { toBase64, wholeFile } from "../src/pages/own-packs.js";

/** A host that gives a file in pieces. */
function host(bytes, size = 4, checksums = ["a"]) {
  const asked = [];
  return { asked, piece: async offset => {
    asked.push(offset);
    return { file: "club.zip", size: bytes.length, checksum: checksums[asked.length - 1] ?? checksums.at(-1), content: toBase64(bytes.slice(offset, offset + size)) };
  } };
}

test("a file that comes in pieces is put together", async () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, index) => 250 + index & 255);
  const { asked, piece } = host(bytes);
  assert.deepEqual(await wholeFile(piece), { file: "club.zip", bytes });
  assert.deepEqual(asked, [0, 4, 8]);
});

test("a pack that was changed between two pieces, or ends too soon, is not given out", async () => {
  await assert.rejects(wholeFile(host(new Uint8Array(10), 4, ["a", "b"]).piece), /changed meanwhile/);
  await assert.rejects(wholeFile(host(new Uint8Array(10), 0).piece), /changed meanwhile/);
});

test("a large file goes to the host as it is", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index * 7 & 255);
  assert.deepEqual(Buffer.from(toBase64(bytes), "base64"), Buffer.from(bytes));
});
