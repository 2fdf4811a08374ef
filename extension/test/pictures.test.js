import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted, isWorthIt, picturesAmong, renamed } from "../src/outgoing/fixes/pictures.js";
import { Attachments } from "../src/outgoing/shrink.js";

test("pictures are told by name, and small ones left alone", () => {
  const files = [{ name: "a.JPG", size: 3e6 }, { name: "b.png", size: 200 }, { name: "c.pdf", size: 3e6 }, { name: "d.webp", size: 2e5 }];
  assert.deepEqual(picturesAmong(files).map(({ name }) => name), ["a.JPG", "d.webp"]);
});

test("a picture keeps its shape and never grows", () => {
  assert.deepEqual(fitted({ width: 4000, height: 3000 }), { width: 1920, height: 1440 });
  assert.deepEqual(fitted({ width: 100, height: 5000 }), { width: 38, height: 1920 });
  assert.deepEqual(fitted({ width: 640, height: 480 }), { width: 640, height: 480 });
  assert.deepEqual(fitted({ width: 1, height: 9000 }), { width: 1, height: 1920 });
});

test("what becomes a JPEG is called so; what is hardly smaller stays", () => {
  assert.equal(renamed("lake.png", "image/jpeg"), "lake.jpg");
  assert.equal(renamed("lake.JPEG", "image/jpeg"), "lake.JPEG");
  assert.equal(renamed("lake.png", "image/png"), "lake.png");
  assert.equal(isWorthIt(100, 79), true);
  assert.equal(isWorthIt(100, 81), false);
});

test("attachments are replaced and put back; what is no picture after all, or hardly smaller, stays", async () => {
  const files = new Map([[1, new File(["x".repeat(1000)], "lake.png")], [2, new File(["x".repeat(1000)], "broken.jpg")], [3, new File(["x".repeat(1000)], "tight.jpg")]]);
  const updates = [];
  const attachments = new Attachments({ getAttachmentFile: async id => files.get(id), updateAttachment: async (...what) => { updates.push(what); } }, async file => {
    if (file.name === "broken.jpg") {
      throw new Error("not a picture");
    }
    return new Blob(["x".repeat(file.name === "tight.jpg" ? 950 : 100)], { type: "image/jpeg" });
  });
  const replaced = await attachments.smaller([1, 2, 3].map(id => ({ id, name: files.get(id).name, size: 2e6 })));
  assert.deepEqual(replaced.map(({ id, name }) => [id, name]), [[1, "lake.jpg"]]);
  assert.deepEqual(await attachments.replace(7, replaced), [1]);
  assert.equal(updates[0][2].file.size, 100);
  await attachments.putBack(7, [1]);
  assert.deepEqual([updates[1][2].name, updates[1][2].file.size], ["lake.png", 1000]);
  await assert.rejects(attachments.putBack(7, [1]), /not-at-hand/);
  attachments.forget(7);
  await assert.rejects(attachments.putBack(7, [1]), /not-at-hand/);
});
