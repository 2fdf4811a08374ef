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
  return { area, compose, desk: new Desk({ reviews, judge: async () => now, compose, noSubject: "(sans objet)", fixing: { attachments: async () => [] } }), details, sent };
}

test("shows what was found when Send was pressed, without asking again", async () => {
  const { desk: opened } = desk({ now: [] });
  const view = await opened.open(TAB);
  assert.deepEqual(view, { findings: [finding("shouting-subject")], held: true, maySend: true, later: false, failed: false });
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
  opened.judge = async () => { throw new Error("gone"); };
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
  const { desk: held, details } = desk({ findings: [finding("empty-subject")], details: { subject: "", plainTextBody: "" } });
  await assert.rejects(held.fix(TAB, "empty-subject"), /^FixFailure: nothing-to-suggest$/);
  await assert.rejects(held.fix(TAB, "large-attachment"), /no-fix/);
  assert.equal(details.subject, "");
});

test("what was to be sent later is still to be sent later after a fix", async () => {
  const { desk: held } = desk({ mode: "sendLater", now: [] });
  assert.equal((await held.fix(TAB, "shouting-subject")).later, true);
});
