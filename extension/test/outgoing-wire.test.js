import assert from "node:assert/strict";
import { test } from "node:test";
import { toWire, withoutPictures } from "../src/outgoing/wire.js";

test("pictures inside the body are cut out, and nothing else", () => {
  assert.equal(withoutPictures("<p>a</p><img src=\"data:image/png;base64,AAAA+/==\" alt=\"x\"><b>b</b>"), "<p>a</p><img src=\"data:,\" alt=\"x\"><b>b</b>");
  assert.equal(withoutPictures("<i style=\"background:url(data:image/svg+xml;charset=utf-8,%3Csvg%3E)\">i</i>"), "<i style=\"background:url(data:,)\">i</i>");
  const said = "<p>The data: image/png is 5 kB, see data:foo</p>";
  assert.equal(withoutPictures(said), said);
});

test("a body of many megabytes of pictures is cut in no time", () => {
  const picture = `<img src="data:image/png;base64,${"A".repeat(8_000_000)}">`;
  assert.equal(withoutPictures(picture.repeat(3)), "<img src=\"data:,\">".repeat(3));
});

test("fields that Thunderbird leaves out are there, and empty", () => {
  assert.deepEqual(toWire({ from: "Me <me@x.org>", to: "ann@x.org", type: "new", isPlainText: true }, [], "account1"), {
    account: "account1", from: "Me <me@x.org>", to: ["ann@x.org"], cc: [], bcc: [], replyTo: [], subject: "",
    type: "new", isPlainText: true, body: "", plainTextBody: "", attachments: [] });
});
