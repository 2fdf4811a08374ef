import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeMail } from "../fakes/mail.js";
import { Folders } from "../src/incoming/folders.js";
import { perform } from "../src/incoming/perform.js";

const into = folder => ({ type: "file-into", folder });
const carryOut = (mail, tasks) => perform({ mail, folders: new Folders(mail) }, "a", tasks);
const outcomes = results => results.map(({ outcome }) => outcome);

test("every kind of action is carried out", async () => {
  const mail = new FakeMail();
  const header = mail.deliver("1", { tags: ["old"], junk: true });
  const actions = [{ type: "mark-not-junk" }, { type: "add-tag", tag: "Bulk" }, { type: "add-tag", tag: "Old" }, { type: "flag" }, { type: "mark-read" },
    { type: "notify", text: "look" }, into("Family/Ann")];
  assert.deepEqual(await carryOut(mail, [{ header, actions }]), [{ outcome: "done", to: "/Family/Ann" }]);
  assert.deepEqual(mail.updates, [{ junk: false, flagged: true, read: true, tags: ["old", "bulk"] }]);
  assert.deepEqual(mail.notices, ["look"]);
  assert.deepEqual(mail.at("/Family/Ann"), ["1"]);
});

test("junk is marked, and moved to the junk folder", async () => {
  const mail = new FakeMail();
  await carryOut(mail, [{ header: mail.deliver("1"), actions: [{ type: "mark-junk" }] }]);
  assert.deepEqual(mail.updates, [{ junk: true }]);
  assert.deepEqual(mail.at("/Junk"), ["1"]);
});

test("what is kept stays, and nothing is written to it", async () => {
  const mail = new FakeMail();
  await carryOut(mail, [{ header: mail.deliver("1"), actions: [{ type: "keep" }] }]);
  assert.deepEqual([mail.at("/INBOX"), mail.updates, mail.moves], [["1"], [], []]);
});

test("messages for the same folder are moved together", async () => {
  const mail = new FakeMail();
  const tasks = ["1", "2", "3"].map(id => ({ header: mail.deliver(id), actions: [into(id === "2" ? "Club" : "Family")] }));
  await carryOut(mail, tasks);
  assert.deepEqual(mail.moves, [[2, "/Family"], [1, "/Club"]]);
});

test("a message that is there already is not moved", async () => {
  const mail = new FakeMail();
  assert.deepEqual(outcomes(await carryOut(mail, [{ header: mail.deliver("1"), actions: [into("INBOX")] }])), ["done"]);
  assert.deepEqual(mail.moves, []);
});

test("one message that cannot be moved does not keep the others", async () => {
  const mail = new FakeMail();
  const tasks = ["1", "2", "3"].map(id => ({ header: mail.deliver(id), actions: [into("Family")] }));
  mail.messages.splice(1, 1);
  assert.deepEqual(outcomes(await carryOut(mail, tasks)), ["done", "failed", "done"]);
  assert.deepEqual(mail.at("/Family"), ["1", "3"]);
});

test("a message whose marks cannot be set is left where it is, and says why", async () => {
  const mail = new FakeMail();
  mail.update = async () => { throw new Error("the folder is read-only"); };
  const results = await carryOut(mail, [{ header: mail.deliver("1"), actions: [{ type: "flag" }, into("Family")] }]);
  assert.deepEqual(results, [{ outcome: "failed", error: "the folder is read-only" }]);
  assert.deepEqual(mail.at("/INBOX"), ["1"]);
});

test("an action that this add-on does not know leaves the message untouched", async () => {
  const mail = new FakeMail();
  const results = await carryOut(mail, [{ header: mail.deliver("1"), actions: [{ type: "flag" }, { type: "explode" }] }]);
  assert.deepEqual([results[0].reason, results[0].value], ["unknown-action", "explode"]);
  assert.deepEqual(mail.updates, []);
});

test("a folder that cannot be made leaves its messages, and only these", async () => {
  const mail = new FakeMail();
  const create = mail.create;
  mail.create = async (parent, name) => name === "No" ? Promise.reject(new Error("permission denied")) : create(parent, name);
  const tasks = [{ header: mail.deliver("1"), actions: [into("No")] }, { header: mail.deliver("2"), actions: [into("Yes")] }];
  assert.deepEqual(await carryOut(mail, tasks), [{ outcome: "failed", error: "permission denied", reason: "not-moved", value: "No" }, { outcome: "done", to: "/Yes" }]);
});
