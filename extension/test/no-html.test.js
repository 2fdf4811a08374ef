import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const SRC = new URL("../src/", import.meta.url);

const scripts = readdirSync(SRC, { recursive: true }).map(String).filter(file => file.endsWith(".js"));
const pages = readdirSync(SRC, { recursive: true }).map(String).filter(file => file.endsWith(".html"));
const text = (/** @type {string} */ file) => readFileSync(new URL(file, SRC), "utf8");

test("nothing that comes with a message is ever put into a page as HTML", () => {
  assert.ok(scripts.length > 80, "the scripts are found");
  const makesHtml = /\b(innerHTML|outerHTML)\s*\+?=[^=]|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|\.srcdoc\b|DOMParser/;
  assert.deepEqual(scripts.filter(file => makesHtml.test(text(file))), []);
});

test("no text is ever run as a program, and no page loads anything from elsewhere", () => {
  assert.deepEqual(scripts.filter(file => /\beval\(|new Function\(|setTimeout\("|\bfetch\(|XMLHttpRequest|WebSocket|importScripts|sendBeacon/.test(text(file))), []);
  assert.deepEqual(pages.filter(file => /\b(src|href)="(https?:)?\/\//.test(text(file)) || /<script(?![^>]*\bsrc=)/.test(text(file))), []);
});

test("other add-ons and web pages cannot speak to this one", () => {
  assert.deepEqual(scripts.filter(file => /onMessageExternal|onConnectExternal/.test(text(file))), []);
  const manifest = JSON.parse(text("manifest.json"));
  for (const door of ["externally_connectable", "web_accessible_resources", "content_scripts", "host_permissions", "optional_host_permissions"]) {
    assert.equal(manifest[door], undefined, door);
  }
});
