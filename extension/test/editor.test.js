import assert from "node:assert/strict";
import { test } from "node:test";
import { DOMParser } from "linkedom";
import "../src/compose-window/editor.js";

const { tripostalEditor: editor } = globalThis;
const parse = body => new DOMParser().parseFromString(`<html><head></head><body>${body}</body></html>`, "text/html");
const read = body => editor.read(parse(body)).map(({ text, others, shown }) => (others ? "|" : "") + text + (shown ? "*" : ""));

const QUOTE = "<div class=\"moz-cite-prefix\">On Monday, Ann wrote:<br></div><blockquote type=\"cite\"><p>Will you?</p></blockquote>";
const SIGNATURE = "<div class=\"moz-signature\">-- <br>Bob <b>Builder</b></div>";

test("a message is read line by line, as the eye sees it, others' lines marked", () => {
  assert.deepEqual(read(`<p>Yes.<br>No.</p>\n<p><br></p>${QUOTE}${SIGNATURE}`), ["Yes.", "No.", "", "|On Monday, Ann wrote:", "|Will you?", "|-- ", "|Bob Builder"]);
  assert.deepEqual(read("Y<b>e</b>s.<br><br>Look:<p><img src=\"x.png\"></p><ul><li>a</li><li>b</li></ul>"), ["Yes.", "", "Look:", "*", "a", "b"]);
  assert.deepEqual(read("Yes.<br>On Monday:<br><span style=\"white-space: pre-wrap; display: block; width: 98vw;\">&gt; q<br></span>-- <br>Bob<br><br>"),
    ["Yes.", "On Monday:", "> q", "-- ", "Bob", ""]);
});

/** Where an addition goes, as "what it is put into|what it is put before|how". */
function placed(body, text, above, plain = false) {
  const document = parse(body);
  const lines = editor.linesOf(document.body);
  const { node, offset, block, breaksBefore, breaksAfter } = editor.place(document.body, lines, lines.findIndex(line => line.text === text), above, plain);
  const before = node.nodeType === 3 ? `${node.data.slice(0, offset)}^${node.data.slice(offset)}` : node.childNodes[offset]?.textContent ?? "end";
  return `${node.nodeName}|${before}|${block || `${breaksBefore}-${breaksAfter}`}`;
}

test("an addition stands beside the paragraph, in its manner", () => {
  assert.equal(placed(`<p>Yes.</p>${QUOTE}`, "Yes.", true), "BODY|Yes.|p");
  assert.equal(placed(`<p>Yes.</p><p><br></p>${QUOTE}`, "Yes.", false), "BODY||p");
  assert.equal(placed(`<div><p>Yes.</p>${QUOTE}</div>`, "Yes.", false), "DIV|On Monday, Ann wrote:|p");
  assert.equal(placed(`<div>Yes.</div><div>No.</div>`, "No.", false), "BODY|end|div");
});

test("above a quote, a list or a table it stands above the whole", () => {
  assert.equal(placed(`${QUOTE}<p>Yes.</p>`, "On Monday, Ann wrote:", true), "BODY|On Monday, Ann wrote:|p");
  assert.equal(placed("<p>Look:</p><ul><li>a</li><li>b</li></ul>", "b", false), "BODY|end|p");
  assert.equal(placed("<table><tbody><tr><td><p>a</p></td><td>b</td></tr></tbody></table>", "b", false), "BODY|end|p");
});

test("between lines that only breaks separate, it is a line among them", () => {
  assert.equal(placed("Yes.<br>No.", "Yes.", true), "#text|^Yes.|0-2");
  assert.equal(placed("Yes.<br>No.<br><br>", "No.", false), "#text|No.^|2-0");
  assert.equal(placed(`Yes.<br>${SIGNATURE}`, "Yes.", false), "#text|Yes.^|2-1");
  assert.equal(placed("<div>Yes.<br>No.<br>On Monday</div>", "No.", false), "#text|No.^|2-1");
  assert.equal(placed("Yes <b>indeed</b>", "Yes indeed", false), "BODY|end|2-0", "behind the word in bold, not in it");
});

test("only the letters that change are written anew, without breaks of the source", () => {
  const [line] = editor.linesOf(parse("<p>WHERE  IS\nTHE <b>NASA</b> FILE</p>").body);
  assert.deepEqual(editor.changes(line, "Where  is\nthe NASA file").map(({ from, to, text }) => [from, to, text]), [[1, 5, "file"], [10, 13, "the"], [7, 9, "is"], [0, 5, "Where"]]);
});

test("colours are the writer's own: not those of links, quotes and signatures", () => {
  const document = parse("<p style=\"color:red\">a</p><font color=\"#f00\">b</font><p style=\"background-color: yellow\">c</p>"
    + "<a href=\"http://x\" style=\"color: red\">x</a><blockquote><font color=\"red\">q</font></blockquote><div class=\"moz-signature\"><font color=\"red\">s</font></div>");
  assert.deepEqual(editor.coloured(document.body).map(element => element.textContent), ["a", "b"]);
  assert.deepEqual(editor.colouredWords(document), ["a", "b"]);
});
