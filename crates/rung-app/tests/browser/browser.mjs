// The browser, axe and the camera, and what every walk does with them.

import assert from "node:assert/strict";
import { readFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright-core";

export const SITE = process.env.SITE;
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/**
 * A browser of its own, with a profile that is thrown away. Closing it ends its process, because Chromium closes some
 * tabs only after minutes.
 */
export async function launch() {
  const apart = await chromium.launchServer({ executablePath: process.env.CHROMIUM, args: FLAGS });
  const browser = await chromium.connect(apart.wsEndpoint());
  browser.close = () => apart.kill();
  return browser;
}

/**
 * Closes a page and what belongs to it. A tab that closes late is not waited for: Chromium can say it closes a tab and
 * never do it, when an answer arrives in the same moment (Playwright's issue 42366).
 */
export const close = (page) => Promise.race([page.context().close(), setTimeout(2000)]);

/** Closes a page, as `close` does, and leaves what belongs to it to the other pages of its context. */
export const closeTab = (page) => Promise.race([page.close(), setTimeout(2000)]);

export const LOOKS = [
  { name: "phone-light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "phone-dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { name: "desktop-light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "desktop-dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];

/**
 * A page that fails the test when it asks anyone but the site, or when the browser refuses something of it.
 * Takes the options of a Playwright context.
 */
export async function open(browser, options = {}) {
  // axe is put into the page from outside, which the site's own policy rightly forbids.
  // Copies of pages that a worker keeps would be what the next walk sees.
  const context = await browser.newContext({
    baseURL: SITE, bypassCSP: Boolean(options.look), serviceWorkers: "block", ...options,
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(options.baseURL ?? SITE)) page.complaints.push(`asked ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  return page;
}

/** What axe finds on the page, in a line each. */
export async function axe(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules } }),
    RULES,
  );
  return {
    passes: found.passes.length,
    violations: found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`)),
  };
}

/** Nothing is wider than the screen. */
export async function fits(page, name) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${name} is ${overflow} px wider than the screen`);
}

/** Nothing for axe to say, nothing wider than the screen. */
export async function isSound(page, name) {
  const found = await axe(page);
  assert.deepEqual(found.violations, [], name);
  assert.ok(found.passes > 15, `axe looked at ${name}`);
  await fits(page, name);
}

/** Sends a form of the site's own. */
export async function send(page, address, form = {}) {
  await page.goto("/certifications/new");
  const token = await page.locator("input[name=token]").first().inputValue();
  const answer = await page.request.post(address, { form: { token, ...form }, headers: { origin: SITE } });
  assert.ok(answer.ok(), `${address} answered ${answer.status()}`);
}

/** Keeps a picture of the whole page. */
export async function shoot(page, name) {
  await mkdir(process.env.SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}
