import assert from "node:assert/strict";
import { test } from "node:test";
import { earlierOf } from "../src/outgoing/original.js";
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

test("the user's own earlier messages of a thread are looked for in what was sent", async () => {
  const asked = [];
  const query = async what => {
    asked.push(`${what.folderId} ${what.headerMessageId}`);
    return { messages: what.headerMessageId === "1@x.org" && what.folderId === "sent1" ? [{ id: 3, recipients: ["a@x.org"], ccList: [], bccList: [], subject: "s" }] : [] };
  };
  const original = { headers: { references: ["<0@x.org>\t<1@x.org>"], "in-reply-to": ["<1@x.org>"] } };
  assert.deepEqual(await earlierOf(original, { sent: async () => [{ id: "sent1" }, { id: "sent2" }], query }), [{ recipients: ["a@x.org"], ccList: [], bccList: [] }]);
  assert.deepEqual(asked, ["sent1 0@x.org", "sent2 0@x.org", "sent1 1@x.org", "sent2 1@x.org"]);
  assert.deepEqual(await earlierOf({ headers: {} }, { sent: async () => [{ id: "sent1" }], query }), []);
});
