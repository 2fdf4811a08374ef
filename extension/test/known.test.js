import assert from "node:assert/strict";
import { test } from "node:test";
import { AddressBooks, fromVCard } from "../src/incoming/known.js";
import { displayName } from "../src/outgoing/addresses.js";

const CONTACTS = [{ displayName: "Ann Doe", addresses: ["Ann@Example.org", "ann@home.example"] }, { displayName: "Joann Doe", addresses: ["joann@example.org"] }];

function books(now = () => 0) {
  const searched = [];
  const search = async text => {
    searched.push(text);
    return CONTACTS.filter(contact => JSON.stringify(contact).toLowerCase().includes(text.toLowerCase()));
  };
  return { books: new AddressBooks(search, now), searched };
}

test("whoever has the author's address or name is found, and nobody who only has it inside another", async () => {
  const ann = [{ name: "Ann Doe", address: "ann@example.org" }, { name: "Ann Doe", address: "ann@home.example" }];
  assert.deepEqual(await books().books.of("Whoever <ann@example.org>"), ann);
  assert.deepEqual(await books().books.of("ann doe <spoof@evil.example>"), ann);
  assert.deepEqual(await books().books.of("stranger@evil.example"), []);
});

test("the same author is looked up once in five minutes", async () => {
  let now = 0;
  const { books: cached, searched } = books(() => now);
  await Promise.all([cached.of("ann@example.org"), cached.of("ann@example.org")]);
  assert.equal(searched.length, 1);
  now = 5 * 60_000;
  await cached.of("ann@example.org");
  assert.equal(searched.length, 2);
});

test("without address books mail is judged all the same", async () => {
  const broken = new AddressBooks(async () => { throw new Error("locked"); });
  assert.deepEqual(await broken.of("ann@example.org"), []);
});

test("a vCard gives the name and all addresses, folded and escaped as they may be", () => {
  assert.deepEqual(fromVCard("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Doe\\, Ann\r\nEMAIL;PREF=1:ann@exam\r\n ple.org\r\nitem1.EMAIL;LABEL=\"a:b\":ann@home.example\r\nEND:VCARD\r\n"),
    { displayName: "Doe, Ann", addresses: ["ann@example.org", "ann@home.example"] });
});

test("the name stands in front of the address, without its quotes", () => {
  assert.equal(displayName("\"Doe, \\\"Ann\\\"\" <ann@x.org>"), "Doe, \"Ann\"");
  assert.equal(displayName("ann@x.org"), "");
});
