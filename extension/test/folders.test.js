import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeMail } from "../fakes/mail.js";
import { Folders, pick } from "../src/incoming/folders.js";

test("missing folders are made along the path, and existing ones are used", async () => {
  const mail = new FakeMail();
  const folders = new Folders(mail);
  assert.equal((await folders.at("a", "Lists/Debian")).path, "/Lists/Debian");
  assert.equal((await folders.at("a", "/Lists/Debian/")).path, "/Lists/Debian");
  assert.equal((await folders.at("a", "Lists/KDE")).path, "/Lists/KDE");
  assert.deepEqual(mail.folders.slice(2).map(({ path }) => path), ["/Lists", "/Lists/Debian", "/Lists/KDE"]);
});

test("two messages that want the same new folder at once get the same", async () => {
  const mail = new FakeMail();
  const folders = new Folders(mail);
  const [one, other] = await Promise.all([folders.at("a", "Family"), folders.at("a", "Family")]);
  assert.equal(one, other);
});

test("a folder that another program makes at that moment is used", async () => {
  const mail = new FakeMail();
  const create = mail.create;
  mail.create = async (...where) => {
    await create(...where);
    return create(...where);
  };
  assert.equal((await new Folders(mail).at("a", "Family")).path, "/Family");
});

test("a folder that cannot be made is told, and the next one is made all the same", async () => {
  const mail = new FakeMail();
  const create = mail.create;
  mail.create = async (parent, name) => {
    if (name === "Forbidden") {
      throw new Error("permission denied");
    }
    return create(parent, name);
  };
  const folders = new Folders(mail);
  const refused = assert.rejects(folders.at("a", "Forbidden"), /permission denied/);
  assert.equal((await folders.at("a", "Family")).path, "/Family");
  await refused;
});

test("an empty path names no folder", async () => {
  await assert.rejects(new Folders(new FakeMail()).at("a", "//"), { reason: "no-folder-name", value: "//" });
});

test("the path tells, not the name that Thunderbird shows", () => {
  const junk = { path: "/Junk", name: "Spam", specialUse: ["junk"] };
  const spam = { path: "/Spam", name: "Spam", specialUse: [] };
  assert.equal(pick([junk], "Spam"), undefined);
  assert.equal(pick([junk, spam], "Spam"), spam);
  assert.equal(pick([junk, spam], "Junk"), junk);
  assert.equal(pick([{ path: "/family", name: "family" }], "Family"), undefined);
});

test("where the path is encoded, the name does", () => {
  const office = { path: "/B&APw-ro", name: "Büro", specialUse: [] };
  assert.equal(pick([office], "Büro"), office);
  const sent = { path: "/&AMk-l&AOk-ments", name: "Éléments", specialUse: ["sent"] };
  assert.equal(pick([sent], "Éléments"), sent);
  assert.equal(pick([sent], "Éléments".normalize("NFD")), sent);
});

test("the inbox is the inbox in every language and case", () => {
  const inbox = { path: "/INBOX", name: "Courrier entrant", specialUse: ["inbox"] };
  assert.equal(pick([inbox], "Inbox"), inbox);
});

test("junk goes to the folder with that use, or to a new Junk", async () => {
  const mail = new FakeMail();
  assert.equal((await new Folders(mail).junk("a")).path, "/Junk");
  mail.folders.push({ id: "a://Pourriel", path: "/Pourriel", name: "Pourriel", specialUse: ["junk"] });
  assert.equal((await new Folders(mail).junk("a")).path, "/Pourriel");
});
