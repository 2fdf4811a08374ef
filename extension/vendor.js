// Copies what the add-on ships of other people's code out of node_modules, so that the add-on is built without npm.
import { copyFileSync } from "node:fs";

/** From node_modules to vendor. */
export const COPIES = { "chartist/dist/index.umd.js": "chartist/chartist.js", "chartist/LICENSE-MIT": "chartist/LICENSE" };

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const [from, to] of Object.entries(COPIES)) {
    copyFileSync(new URL(`node_modules/${from}`, import.meta.url), new URL(`vendor/${to}`, import.meta.url));
  }
}
