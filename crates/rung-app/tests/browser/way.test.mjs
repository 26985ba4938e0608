// Where a technician could go, and the way there; in every look.

import { LOOKS, close, isSound, launch, open, send, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

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

    /** It is sound, and a picture of it is kept. */
    async function examine(name) {
      await isSound(page, name);
      await shoot(page, `${look.name}/way-${name}`);
    }

    for (const [name, address] of Object.entries(PAGES)) {
      test(name, async () => {
        await page.goto(address);
        await examine(name);
      });
    }

    test("one more hold-off than there is room for", async () => {
      await page.goto("/plan?to=role:lead-technician");
      await page.locator("details.more-fields > summary").click();
      assert.equal(await page.locator("[name^=hold][name$=-what]").count(), 1);
      if (look.javaScriptEnabled === false) return;
      await page.locator("#hold0-what").selectOption("exams");
      await page.getByRole("button", { name: "Add another hold-off" }).click();
      assert.equal(await page.locator("#hold1-what").inputValue(), "");
      assert.equal(await page.locator("#hold0-what").inputValue(), "exams");
      await examine("wishes");
    });

    test("a goal, its plan, and the plan as it is lived", async () => {
      await page.goto("/plan");
      await page.locator("#add").selectOption("credential:ptcb-cpht");
      await page.getByRole("button", { name: "Plan the way" }).click();
      await page.getByText("Step by step").waitFor();
      await examine("plan");
      await page.getByRole("button", { name: "Agree to this plan" }).click();
      await page.getByText("Agreed on").first().waitFor();
      await page.evaluate(() => document.querySelectorAll("main details").forEach((own) => (own.open = true)));
      await examine("lived");
    });
  });
}
