import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const SRC = new URL("../src/", import.meta.url);

test("Thunderbird asks once before a message leaves: for each listener it writes the whole message out anew", () => {
  const scripts = readdirSync(SRC, { recursive: true }).map(String).filter(file => file.endsWith(".js"));
  const listeners = scripts.flatMap(file => readFileSync(new URL(file, SRC), "utf8").match(/onBeforeSend\.addListener/g) ?? []);
  assert.equal(listeners.length, 1);
});
