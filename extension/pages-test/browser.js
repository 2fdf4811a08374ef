import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import puppeteer from "puppeteer-core";
import { stub } from "./stub.js";

const ROOTS = [new URL("../src/", import.meta.url), new URL("../", import.meta.url)];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The words of `_locales`. @param {string} language */
export const words = language => JSON.parse(readFileSync(new URL(`../src/_locales/${language}/messages.json`, import.meta.url), "utf8"));

/** A headless Chromium, and a server that gives it the add-on's files as Thunderbird would. */
export async function open() {
  const executablePath = CHROMIUMS.find(existsSync);
  if (!executablePath) {
    throw new Error("Chromium is not installed (Debian's package chromium; ./test installs it)");
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1);
    const file = ROOTS.map(root => new URL(path, root)).find(url => existsSync(url));
    response.writeHead(file ? 200 : path === "favicon.ico" ? 204 : 404, { "content-type": TYPES[extname(path)] ?? "text/plain" });
    response.end(file ? readFileSync(file) : "");
  });
  await new Promise(resolve => { server.listen(0, "127.0.0.1", resolve); });
  // Without a sandbox of its own, since root has none: it opens nothing but these files.
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox", "--font-render-hinting=none"] });
  const { port } = server.address();
  return {
    /**
     * A page of the add-on in a world of its own; waits until it is filled.
     * @param {{path: string, world: any, language?: string, theme?: "light" | "dark", width?: number, height?: number}} what
     */
    async page({ path, world, language = "en", theme = "light", width = 1100, height = 760 }) {
      const page = await browser.newPage();
      page.faults = [];
      page.on("pageerror", error => page.faults.push(String(error)));
      page.on("console", message => message.type() === "error" ? page.faults.push(message.text()) : undefined);
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }, { name: "prefers-reduced-motion", value: "reduce" }]);
      await page.evaluateOnNewDocument(stub, { session: {}, local: {}, answers: {}, api: {}, ...world, words: words(language), language });
      await page.goto(`http://127.0.0.1:${port}/pages/${path}`);
      await page.waitForSelector("body[data-ready='true']");
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
