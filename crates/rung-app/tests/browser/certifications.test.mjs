// What I hold, its form, and what I could get; with script and without, in every look.

import { LOOKS, close, isSound, launch, open, send, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Loads a sample technician. */
async function load(page, name) {
  await remove(page);
  await send(page, "/sample/load", { name });
}

const remove = (page) => send(page, "/sample/remove");

const openAll = (page) =>
  page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));

for (const look of LOOKS) {
  describe(look.name, () => {
    let page;
    before(async () => {
      page = await open(browser, { ...look, bypassCSP: true });
      page.setDefaultTimeout(10000);
      await remove(page);
    });
    after(async () => {
      await remove(page);
      await close(page);
    });

    /** It is sound, and a picture of it is kept. */
    async function examine(name) {
      await isSound(page, name);
      await shoot(page, `${look.name}/${name}`);
    }

    test("nothing held yet", async () => {
      await page.goto("/certifications");
      await examine("certifications-empty");
      await page.goto("/calendar");
      await examine("calendar-empty");
    });

    test("cards, and all that opens in them", async () => {
      for (const name of ["ptcb-dead-zone", "three-states"]) {
        await load(page, name);
        await page.goto("/certifications");
        await examine(`certifications-${name}`);
        await openAll(page);
        await examine(`certifications-${name}-open`);
      }
      assert.deepEqual(page.complaints, []);
    });

    test("a credential is changed, looked back at and put back", async () => {
      await load(page, "ptcb-dead-zone");
      await page.goto("/certifications");
      await page.locator(".held .actions a").first().click();
      await examine("certifications-form");
      await page.getByLabel("Number", { exact: true }).fill("12345");
      await openAll(page);
      await page.locator("#fee-usd-0").fill("55");
      await page.locator("#fee-what-0").fill("Renewal");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("$55").first().waitFor();
      await examine("certifications-changed");
      await page.getByRole("button", { name: "Undo" }).click();
      await page.locator(".held .actions a").first().click();
      await openAll(page);
      await examine("certifications-form-history");
    });

    test("what was typed wrongly is told at its field", async () => {
      await page.goto("/certifications/new");
      await page.getByLabel("Credential", { exact: true }).fill("texas");
      await openAll(page);
      await page.locator("#fee-usd-0").fill("much");
      await page.getByRole("button", { name: "Add a credential" }).click();
      await examine("certifications-form-faults");
      assert.ok((await page.getByRole("radio").count()) > 1);
    });

    test("every credential at a glance, and one path by path", async () => {
      await load(page, "three-states");
      await page.goto("/certifications/eligibility");
      await examine("eligibility");
      await page.goto("/certifications/eligibility?of=oh&answer=");
      await examine("eligibility-ohio");
      for (const id of ["ptcb-cpht", "tx-pharmacy-technician", "ptcb-cspt"]) {
        await page.goto(`/certifications/eligibility/${id}`);
        await examine(`eligibility-${id}`);
        await openAll(page);
        await examine(`eligibility-${id}-open`);
      }
      const complaints = page.complaints.filter((line) => !line.includes("422"));
      assert.deepEqual(complaints, []);
    });

    test("deadlines, and a subscription", async () => {
      await load(page, "three-states");
      await page.goto("/calendar");
      await examine("calendar");
      await page.getByLabel("Name of the link").fill("My phone");
      await page.getByRole("button", { name: "Make a link" }).click();
      await page.locator("input[readonly]").first().waitFor();
      await examine("calendar-link");
      await page.goto("/calendar");
      assert.equal(await page.locator("input[readonly]").count(), 0);
      await examine("calendar-links");
    });
  });
}

test("without script", async () => {
  const page = await open(browser, { javaScriptEnabled: false });
  page.setDefaultTimeout(10000);
  await page.goto("/certifications/new");
  await page.getByLabel("Credential", { exact: true }).fill("cpht ptcb certified");
  await page.getByLabel("Expires").fill("2027-03-31");
  await page.getByRole("button", { name: "Add a credential" }).click();
  const choice = page.getByRole("radio").first();
  if (await choice.count()) {
    await choice.check();
    await page.getByRole("button", { name: "Add a credential" }).click();
  }
  await page.getByText("Mar 31, 2027").first().waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Nothing here yet").waitFor();
  await page.goto("/certifications/eligibility/ptcb-cpht");
  await page.getByRole("button", { name: "Yes" }).first().click();
  await page.getByText("You answered yes").waitFor();
  await page.getByRole("button", { name: "Take the answer back" }).first().click();
  await page.goto("/calendar");
  await page.getByLabel("Name of the link").fill("Without script");
  await page.getByRole("button", { name: "Make a link" }).click();
  await page.locator("input[readonly]").first().waitFor();
  await page.goto("/calendar");
  await page.getByRole("button", { name: "Revoke" }).first().click();
  await page.getByText("Revoked").first().waitFor();
  // Where several credentials fit, the form is shown again.
  assert.deepEqual(page.complaints.filter((line) => !line.includes("422")), []);
  await close(page);
});
