// Pictures of all pages, in both languages and themes, in target/pages. Arguments: names of worlds; none for all.
import { mkdirSync } from "node:fs";
import { open } from "./browser.js";
import { WORLDS } from "./worlds.js";

const folder = new URL("../target/pages/", import.meta.url);
mkdirSync(folder, { recursive: true });
const browser = await open();
const wanted = process.argv.slice(2);
for (const [name, { path, width, height, then, ...world }] of Object.entries(WORLDS).filter(([one]) => wanted.length === 0 || wanted.includes(one))) {
  for (const [language, theme] of [["en", "light"], ["en", "dark"], ["fr", "light"], ["fr", "dark"]]) {
    const page = await browser.page({ path, world, language, theme, width, height });
    await then?.(page);
    await page.waitForNetworkIdle({ idleTime: 100 });
    await page.screenshot({ path: new URL(`${name}-${theme}-${language}.png`, folder).pathname, fullPage: true });
    page.faults.forEach(fault => console.error(`${name} ${theme} ${language}: ${fault}`));
    await page.close();
  }
}
await browser.close();
