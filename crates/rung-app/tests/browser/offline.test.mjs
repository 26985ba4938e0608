// Rung is stopped, and what one may need is read from the browser's copies. Started by run.sh.

import { axe, close, launch, open, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";

/** A site of its own, because it is stopped. */
async function start(port) {
  const server = spawn(process.env.SERVE, [String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(server.stdout, "data");
  return { server, address: String(line).trim().replace(/\/$/, "") };
}

async function stop({ server }) {
  server.kill("SIGKILL");
  await once(server, "exit");
}

describe("while Rung is not running", { timeout: 180_000 }, () => {
  let site, browser, page;
  before(async () => {
    site = await start(0);
    browser = await launch();
    page = await open(browser, {
      baseURL: site.address, serviceWorkers: "allow", bypassCSP: true, viewport: { width: 390, height: 844 },
      locale: "en-US", timezoneId: "America/Chicago",
    });
    page.setDefaultTimeout(30_000);
  });
  after(async () => {
    await browser.close();
    site.server.kill("SIGKILL");
  });

  test("today, status and plan are read from copies, which say so and of when", async () => {
    await page.goto("/samples");
    // The first copies are made by then.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.locator("button[name=name][value=three-states]").click();
    await page.getByRole("button", { name: "Remove the sample" }).waitFor();
    assert.equal(await page.locator(".offline").isVisible(), false);
    // What was loaded since the first copies were made is soon on all of them that cost nothing, after the next page. The
    // way up is solved only once nothing was changed for a while.
    await page.goto("/education");
    const early = await page.evaluate(async () => {
      const hasSample = async (address) => /sample-banner/.test(await (await caches.match(address))?.text());
      const all = async (addresses) => {
        while (!(await Promise.all(addresses.map(hasSample))).every(Boolean)) {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      };
      await all(["/", "/education", "/education/plan", "/certifications", "/calendar"]);
      const early = await hasSample("/plan");
      await all(["/plan"]);
      return early;
    });
    assert.equal(early, false, "the way up waits until nothing is changed for a while");
    await stop(site);

    for (const [address, heading] of [["/", "Today"], ["/education", "Where you stand"], ["/plan", "Your way up"], ["/certifications", "What I hold"]]) {
      await page.goto(address);
      await page.getByRole("heading", { name: heading, exact: true, level: 1 }).waitFor();
      const told = await page.locator(".offline").innerText();
      assert.match(told, /Rung is not running\. This is a copy of the page, as it was on \w{3} \d+, 20\d\d, \d+:\d\d.[AP]M; /, address);
      const at = new Date(await page.locator(".offline time").getAttribute("datetime"));
      assert.ok(Math.abs(Date.now() - at) < 180_000, `${address}: ${at}`);
      assert.deepEqual((await axe(page)).violations, [], address);
      const styled = await page.evaluate(() => getComputedStyle(document.querySelector(".site")).display);
      assert.notEqual(styled, "inline", "the stylesheet is a copy as well");
      await shoot(page, `phone-light/offline${address.replaceAll("/", "-").replace(/-$/, "")}`);
    }
    assert.ok(await page.goto("/education").then((answer) => answer.fromServiceWorker()));
  });

  test("it runs again, and the page is the real one", async () => {
    site = await start(new URL(site.address).port);
    await page.goto("/");
    assert.equal(await page.locator(".offline").isVisible(), false);
    await page.getByRole("heading", { name: "Four questions" }).waitFor();
  });
});
