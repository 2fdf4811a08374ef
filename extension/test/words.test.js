import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const SRC = new URL("../src/", import.meta.url);
const read = path => readFileSync(new URL(path, SRC), "utf8");
const words = language => JSON.parse(read(`_locales/${language}/messages.json`));
const english = words("en");
const french = words("fr");
const sources = readdirSync(SRC, { recursive: true }).filter(name => /\.(js|html)$/.test(name)).map(name => read(name)).join("\n");

test("English and French say the same things, with the same gaps", () => {
  assert.deepEqual(Object.keys(french), Object.keys(english));
  for (const [name, { message, placeholders = {} }] of Object.entries(english)) {
    assert.deepEqual(french[name].placeholders ?? {}, placeholders, name);
    for (const language of [message, french[name].message]) {
      assert.deepEqual(language.match(/\$[A-Z]+\$/g)?.sort() ?? [], Object.keys(placeholders).map(gap => `$${gap.toUpperCase()}$`).sort(), name);
    }
  }
});

test("every text that a page or a script names is there", () => {
  const named = [...sources.matchAll(/data-word="(\w+)"/g), ...sources.matchAll(/\bword\("(\w+)"/g), ...sources.matchAll(/(?:text|title): "(\w+)"/g)].map(([, name]) => name);
  assert.ok(named.length > 20);
  assert.deepEqual(named.filter(name => !english[name]), []);
});

test("every state, reason and action of the protocol has its words", () => {
  const kinds = ["never_started", "was_lost", "hanging", "other_version"];
  const actions = ["file_into", "mark_junk", "mark_not_junk", "add_tag", "flag", "mark_read", "keep", "notify"];
  const codes = ["empty_subject", "shouting_subject", "shouting_body", "coloured_text", "missing_greeting", "missing_closing", "large_attachment",
    "exposed_recipients", "nobody_in_to", "repeated_recipient", "forgotten_attachment", "reply_not_to_all"];
  const needed = [
    ...["connecting", "ready_active", "ready_inactive", ...kinds].map(kind => `state_${kind}`),
    ...["connecting", "ready_active", "ready_inactive", "never_started", "was_lost", "hanging", "update_program", "update_addon"].map(kind => `help_${kind}`),
    ...[...kinds, "slow", "failed"].map(reason => `unchecked_${reason}`),
    ...actions.flatMap(action => [`did_${action}`, `would_${action}`]),
    ...["tip", "ask", "block"].map(severity => `severity_${severity}`),
    ...["unknown_action", "no_folder_name", "lost_each_time", "body_again", "wrong_count", "not_in_junk", "no_inbox"].map(reason => `failure_${reason}`),
    ...["ok", "warning", "error"].map(state => `diagnosis_${state}`),
    ...["requested", "done"].map(state => `undo_${state}`),
    ...["tripostal", "other"].map(by => `junkBy_${by}`),
    ...["spam", "unsure", "ham"].map(verdict => `verdict_${verdict}`),
    ...["sorting", "spam", "netiquette", "follow_up"].flatMap(pack => [`pack_${pack}`, `pack_${pack}_help`]),
    ...codes.map(code => `code_${code}`), ...["tip", "ask", "block"].map(severity => `choose_${severity}`),
    ...["nothing_to_suggest", "no_original", "nothing_to_change", "changed_meanwhile", "changed_since", "not_smaller", "not_at_hand"].map(reason => `fix_${reason}`),
    ...codes.filter(code => code !== "forgotten_attachment").map(code => `mended_${code}`),
    ...["send", "sendAnyway", "sendLater", "sendLaterAnyway"],
  ];
  assert.deepEqual(needed.filter(name => !english[name]), []);
});

test("every setting that the page edits has its name", () => {
  const settings = [...read("pages/setting-fields.js").matchAll(/"((?:netiquette|folders)\.[\w-]+)"/g)].map(([, name]) => `setting_${name.replaceAll(/[.-]/g, "_")}`);
  assert.equal(settings.length, 10);
  assert.deepEqual(settings.filter(name => !english[name]), []);
});

test("no text is left that nothing shows", () => {
  const made = /^(state|help|unchecked|did|would|failure|severity|diagnosis|undo|verdict|pack|choose|code|setting|field|fix|mended|junkBy|period|part|run|suggest|import|failed|always)_/;
  const unused = Object.keys(english).filter(name => !made.test(name) && !sources.includes(`"${name}"`) && !sources.includes(`__MSG_${name}__`) && !read("manifest.json").includes(`__MSG_${name}__`));
  assert.deepEqual(unused, ["sendLater", "sendAnyway", "sendLaterAnyway"].filter(name => unused.includes(name)));
});

test("the version is the same wherever it is written", () => {
  const { version } = JSON.parse(read("manifest.json"));
  assert.equal(JSON.parse(read("../package.json")).version, version);
  assert.ok(read("../pom.xml").includes(`<version>${version}</version>`));
});
