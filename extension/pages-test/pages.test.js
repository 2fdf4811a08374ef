import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open } from "./browser.js";
import { WORLDS } from "./worlds.js";

// Each page as it looks with something in it: no fault of accessibility that axe knows of, and nothing that the keyboard cannot reach.

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

for (const [name, { path, width, height, then, ...world }] of Object.entries(WORLDS)) {
  for (const [language, theme] of [["en", "light"], ["fr", "dark"]]) {
    test(`${name}, ${language}, ${theme}: axe finds nothing`, async () => {
      const page = await browser.page({ path, world, language, theme, width, height });
      await then?.(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "region": { enabled: false } } }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`), []);
      assert.deepEqual(page.faults, []);
      await page.close();
    });
  }

  test(`${name}: every control that is shown is reached by Tab, and shows that it is`, async () => {
    const page = await browser.page({ path, world, width, height });
    await then?.(page);
    await page.evaluate(() => {
      window.reached = new Set();
      document.addEventListener("focusin", ({ target }) => window.reached.add(target));
      document.activeElement?.blur();
      window.reached.clear();
    });
    const controls = await page.evaluate(() => document.querySelectorAll("button, input, select, summary, a[href]").length);
    for (let index = 0; index <= controls + 2; index++) {
      await page.keyboard.press("Tab");
    }
    const missed = await page.evaluate(() => {
      const groups = new Set([...window.reached].filter(({ type }) => type === "radio").map(({ name: group }) => group));
      return [...document.querySelectorAll("button, input, select, summary, a[href]")]
        .filter(control => control.checkVisibility() && !control.disabled && !window.reached.has(control) && !(control.type === "radio" && groups.has(control.name)))
        .map(control => `${control.localName}#${control.id} ${control.textContent}`);
    });
    assert.deepEqual(missed, []);
    await page.close();
  });
}
