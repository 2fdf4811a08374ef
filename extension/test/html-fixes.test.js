import assert from "node:assert/strict";
import { test } from "node:test";
import { DOMParser } from "linkedom";
import { insertClosing, insertGreeting, removeColours } from "../src/outgoing/fixes/html.js";

const parse = body => new DOMParser().parseFromString(`<html><head></head><body>${body}</body></html>`, "text/html");
const bodyOf = html => /<body>(.*)<\/body>/s.exec(html)[1];
const greeted = body => bodyOf(insertGreeting(parse(body), "Hello Ann,"));
const closed = body => bodyOf(insertClosing(parse(body), "Best regards,"));
const plain = body => bodyOf(removeColours(parse(body)));

const QUOTE = "<div class=\"moz-cite-prefix\">On Monday, Ann wrote:<br></div><blockquote type=\"cite\"><p>Will you?</p></blockquote>";
const SIGNATURE = "<div class=\"moz-signature\">-- <br>Bob <b>Builder</b></div>";

test("the greeting is the first thing, above the quote too, in the manner of the message", () => {
  assert.equal(greeted(`<p>Yes.</p>${QUOTE}`), `<p>Hello Ann,</p><p>Yes.</p>${QUOTE}`);
  assert.equal(greeted(`<p><br></p>${QUOTE}<p>Yes.</p>`), `<p>Hello Ann,</p>${QUOTE}<p>Yes.</p>`);
  assert.equal(greeted("Yes.<br>No."), "Hello Ann,<br><br>Yes.<br>No.");
});

test("the closing stands below the last words, above the signature and the quote that follow, which stay as they are", () => {
  assert.equal(closed(`<p>Yes.</p><p><br></p>${QUOTE}${SIGNATURE}`), `<p>Yes.</p><p>Best regards,</p>${QUOTE}${SIGNATURE}`);
  assert.equal(closed(`${QUOTE}<p>Yes.</p>${SIGNATURE}`), `${QUOTE}<p>Yes.</p><p>Best regards,</p>${SIGNATURE}`);
  assert.equal(closed(`Yes.<br>${SIGNATURE}`), `Yes.<br><br>Best regards,<br><br>${SIGNATURE}`);
  assert.equal(closed(`<div><p>Yes.</p>${QUOTE}</div>`), `<div><p>Yes.</p><p>Best regards,</p>${QUOTE}</div>`);
  assert.equal(closed("<p>Look:</p><p><img src=\"x.png\"></p>"), "<p>Look:</p><p><img src=\"x.png\"></p><p>Best regards,</p>");
});

test("names and formulas go in as text", () => {
  assert.equal(bodyOf(insertGreeting(parse("<p>x</p>"), "Hello <b>,")), "<p>Hello &lt;b&gt;,</p><p>x</p>");
});

test("colours that the writer chose go, other style stays", () => {
  assert.equal(plain("<p>Is <font color=\"#ff0000\">urgent</font> and <span style=\"font-weight: bold; color: blue\">now</span></p>"),
    "<p>Is urgent and <span style=\"font-weight: bold\">now</span></p>");
  assert.equal(plain("<p style=\"color:red\">a <font color=\"red\" size=\"5\">b</font></p>"), "<p>a <font size=\"5\">b</font></p>");
  assert.equal(plain("<p style=\"background-color: yellow\">a</p>"), "<p style=\"background-color: yellow\">a</p>");
});

test("colours of links, quotes and signatures stay", () => {
  const others = `<a href="http://x" style="color: red">x</a><blockquote><font color="red">q</font></blockquote><div class="moz-signature"><font color="red">s</font></div>`;
  assert.equal(plain(others), others);
});
