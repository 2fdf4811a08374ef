import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeArea } from "../fakes/storage.js";
import { Desk } from "../src/outgoing/desk.js";
import { Reviews } from "../src/outgoing/reviews.js";

const finding = (code, severity = "ask") => ({ code, severity, pack: "netiquette", rule: "r", because: "b" });
const TAB = 7;

/** A compose window whose Send was held with these findings. */
function desk({ findings = [finding("shouting-subject")], mode = "sendNow", asking = true, details = { subject: "HELLO", to: [], cc: [], bcc: [] }, now = findings, held = true } = {}) {
  const area = new FakeArea(held ? { [`review.${TAB}`]: { findings, mode, asking } } : {});
  const reviews = new Reviews(area);
  const sent = [];
  const compose = {
    getComposeDetails: async () => details,
    setComposeDetails: async (_, changes) => { Object.assign(details, changes); },
    sendMessage: async (tabId, options) => { sent.push({ tabId, ...options, approved: await reviews.takeApproval(tabId), subject: details.subject }); },
  };
  const body = { text: "Hello", edits: [] };
  const editor = {
    coloured: async () => [],
    edit: async (_, edits, plain) => { body.edits.push({ edits, plain }); },
    takeBack: async () => { body.edits.pop(); },
  };
  const files = { replaced: [], back: [], replace: async (_, replaced) => { files.replaced = replaced; return replaced.map(({ id }) => id); }, putBack: async (_, ids) => { files.back = ids; } };
  const said = [];
  const fixing = {
    language: "en", attachments: async () => [{ id: 3, name: "lake.jpg", size: 4_000_000 }], original: async () => null, own: async () => [],
    lines: async () => body.text.split("\n").map(text => ({ text, others: false, shown: false })),
    smaller: async () => [{ id: 3, name: "lake.jpg", file: "small", original: "large" }],
  };
  return { area, compose, body, files, said, desk: new Desk({
    reviews, examine: async () => ({ findings: now, silenced: [] }), compose, editor, attachments: files, fixing, noSubject: "(sans objet)",
    filelink: async () => "Cloud", silences: { add: async (...what) => { said.push(what); } } }), details, sent };
}

test("shows what was found when Send was pressed, without asking again", async () => {
  const { desk: opened } = desk({ now: [] });
  const view = await opened.open(TAB);
  assert.deepEqual(view, { findings: [{ ...finding("shouting-subject"), passage: null, fixable: true, filelink: "" }], silenced: [], held: true, maySend: true,
    later: false, failed: false, unchecked: "", mended: [], recipients: 0 });
});

test("opened again later, shows the message as it is then", async () => {
  const { desk: opened, area } = desk({ asking: false, now: [] });
  assert.deepEqual((await opened.open(TAB)).findings, []);
  assert.deepEqual(area.values["review.7"].findings, []);
});

test("opened without a held message, shows findings and offers no sending", async () => {
  const { area, desk: opened } = desk({ held: false, now: [finding("empty-subject")] });
  const view = await opened.open(TAB);
  assert.deepEqual([view.findings.length, view.held, view.maySend], [1, false, false]);
  assert.deepEqual(area.values, {});
});

test("when it cannot be checked again, the old findings stay and it says so", async () => {
  const { desk: opened } = desk({ asking: false });
  opened.examine = async () => { throw new Error("gone"); };
  const view = await opened.open(TAB);
  assert.deepEqual([view.findings.length, view.failed, view.maySend], [1, true, true]);
});

test("Send anyway sends in the way that was asked for, approved once", async () => {
  for (const mode of ["sendNow", "sendLater"]) {
    const { area, desk: held, sent } = desk({ mode });
    await held.send(TAB);
    assert.deepEqual(sent, [{ tabId: TAB, mode, approved: true, subject: "HELLO" }]);
    assert.equal(area.values["approved.7"], undefined);
  }
});

test("a send that Thunderbird refuses leaves no approval for the next", async () => {
  const { area, compose, desk: held } = desk();
  compose.sendMessage = async () => { throw new Error("no recipients"); };
  await assert.rejects(held.send(TAB), /no recipients/);
  assert.equal(area.values["approved.7"], undefined);
});

test("what a rule blocks cannot be sent past, nor what was never held", async () => {
  for (const world of [desk({ findings: [finding("large-attachment", "block")] }), desk({ held: false })]) {
    await assert.rejects(world.desk.send(TAB), /may not be sent/);
    assert.deepEqual(world.sent, []);
  }
});

test("an empty subject is filled in, so that Thunderbird does not ask about it again", async () => {
  const { desk: held, sent } = desk({ findings: [finding("empty-subject")], details: { subject: "  " } });
  await held.send(TAB);
  assert.equal(sent[0].subject, "(sans objet)");
});

test("a subject that was written meanwhile stays", async () => {
  const { desk: held, sent } = desk({ findings: [finding("empty-subject")], details: { subject: "Monday" } });
  await held.send(TAB);
  assert.equal(sent[0].subject, "Monday");
});

test("a fix changes the window, and shows what is left to say", async () => {
  const { desk: held, details, area } = desk({
    findings: [finding("exposed-recipients"), finding("empty-subject")], now: [finding("empty-subject")],
    details: { subject: "", to: ["a@x.org"], cc: ["b@x.org"], bcc: [] } });
  const view = await held.fix(TAB, "exposed-recipients");
  assert.deepEqual(details, { subject: "", to: [], cc: [], bcc: ["a@x.org", "b@x.org"] });
  assert.deepEqual(view.findings.map(({ code }) => code), ["empty-subject"]);
  assert.deepEqual(area.values["review.7"].findings.map(({ code }) => code), ["empty-subject"]);
});

test("what cannot be mended says why, and leaves the window as it is", async () => {
  const { desk: held, details } = desk({ findings: [finding("empty-subject")], details: { subject: "" } });
  held.fixing.lines = held.fixing.attachments = async () => [];
  await assert.rejects(held.fix(TAB, "empty-subject"), /^FixFailure: nothing-to-suggest$/);
  await assert.rejects(held.fix(TAB, "forgotten-attachment"), /no-fix/);
  held.fixing.smaller = async () => [];
  await assert.rejects(held.fix(TAB, "large-attachment"), /not-smaller/);
  assert.equal(details.subject, "");
});

test("what was to be sent later is still to be sent later after a fix", async () => {
  const { desk: held } = desk({ mode: "sendLater", now: [] });
  assert.equal((await held.fix(TAB, "shouting-subject")).later, true);
});

test("a fix is taken back, the last one first; what was changed since stays", async () => {
  const { desk: held, details, body, area } = desk({ details: { subject: "WHERE ARE YOU", to: ["a@x.org"], cc: [], bcc: [] } });
  await held.fix(TAB, "shouting-subject");
  assert.deepEqual((await held.fix(TAB, "missing-greeting")).mended, ["shouting-subject", "missing-greeting"]);
  assert.deepEqual([details.subject, details.isModified, body.edits.length], ["Where are you", true, 1]);
  assert.deepEqual((await held.takeBack(TAB)).mended, ["shouting-subject"]);
  assert.deepEqual(body.edits, []);
  assert.deepEqual((await held.takeBack(TAB)).mended, []);
  assert.equal(details.subject, "WHERE ARE YOU");
  await held.fix(TAB, "shouting-subject");
  details.subject = "Something else";
  await assert.rejects(held.takeBack(TAB), /changed-since/);
  assert.equal(details.subject, "Something else");
  assert.deepEqual(area.values["mended.7"], []);
});

test("pictures are made smaller, and put back", async () => {
  const { desk: held, files } = desk({ findings: [finding("large-attachment")] });
  const view = await held.open(TAB);
  assert.deepEqual(view.findings.map(({ fixable, filelink, passage }) => [fixable, filelink, passage.text]), [[true, "Cloud", "lake.jpg"]]);
  await held.fix(TAB, "large-attachment");
  assert.equal(files.replaced[0].file, "small");
  await held.takeBack(TAB);
  assert.deepEqual(files.back, [3]);
});

test("do not ask again is noted with those to whom the message goes", async () => {
  const { desk: held, said } = desk({ details: { subject: "s", to: ["Ann <A@x.org>"], cc: "b@x.org", bcc: [] } });
  await held.silence(TAB, "shouting-subject", "recipients");
  assert.deepEqual(said, [["shouting-subject", "recipients", ["a@x.org", "b@x.org"]]]);
});

test("what may not leave unchecked cannot be sent until it was checked", async () => {
  const { desk: held, area, sent } = desk({ findings: [], now: [] });
  area.values["review.7"] = { findings: [], mode: "sendNow", asking: true, unchecked: "was-lost" };
  const view = await held.open(TAB);
  assert.deepEqual([view.unchecked, view.maySend, view.held], ["was-lost", false, true]);
  await assert.rejects(held.send(TAB), /may not be sent/);
  const checked = await held.check(TAB);
  assert.deepEqual([checked.unchecked, checked.maySend], ["", true]);
  await held.send(TAB);
  assert.equal(sent.length, 1);
});

test("a place in the text that cannot be shown keeps no finding from being shown", async () => {
  const { desk: held } = desk();
  held.fixing.lines = async () => { throw new Error("no such window"); };
  assert.equal((await held.open(TAB)).findings.length, 1);
});
