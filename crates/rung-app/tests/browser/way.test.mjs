// Where a technician could go, and the way there; in every look.

import { LOOKS, SITE, axe, close, launch, open, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Sends a form of the site's own. */
async function send(page, address, form = {}) {
  await page.goto("/explore/interests");
  const token = await page.locator("input[name=token]").first().inputValue();
  const answer = await page.request.post(address, { form: { token, ...form }, headers: { origin: SITE } });
  assert.ok(answer.ok(), `${address} answered ${answer.status()}`);
}

const PAGES = {
  roles: "/explore",
  paid: "/explore?by=pay",
  gap: "/explore/roles/lead-technician",
  graph: "/explore/graph",
  compare: "/explore/compare?a=lead-technician&b=pharmacy-buyer&c=technician-ii",
  move: "/explore/move?state=CA",
  interests: "/explore/interests",
  wished: "/plan?to=role:lead-technician",
};

for (const look of LOOKS) {
  describe(look.name, () => {
    let page;
    before(async () => {
      page = await open(browser, { ...look, bypassCSP: true });
      page.setDefaultTimeout(30000);
      await send(page, "/sample/remove");
      await send(page, "/sample/load", { name: process.env.SAMPLE ?? "ohio-certified" });
    });
    after(async () => {
      await send(page, "/sample/remove");
      await close(page);
    });

    /** Nothing for axe to say, nothing wider than the screen. */
    async function isSound(name) {
      const found = await axe(page);
      assert.deepEqual(found.violations, [], name);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px wider than the screen`);
      await shoot(page, `${look.name}/way-${name}`);
    }

    for (const [name, address] of Object.entries(PAGES)) {
      test(name, async () => {
        await page.goto(address);
        await isSound(name);
      });
    }

    test("a goal, its plan, and the plan as it is lived", async () => {
      await page.goto("/plan");
      await page.locator("#add").selectOption("credential:ptcb-cpht");
      await page.getByRole("button", { name: "Plan the way" }).click();
      await page.getByText("Step by step").waitFor();
      await isSound("plan");
      await page.getByRole("button", { name: "Agree to this plan" }).click();
      await page.getByText("Agreed on").first().waitFor();
      await page.evaluate(() => document.querySelectorAll("main details").forEach((own) => (own.open = true)));
      await isSound("lived");
    });
  });
}
