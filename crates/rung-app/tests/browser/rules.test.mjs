// The catalogue in Chromium: every kind of page, the richest and the poorest of it; the map by keyboard; search while
// one types, and all of it without script. Started by run.sh.

import { LOOKS, axe, close, fits, launch, open, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

const PAGES = {
  rules: "/rules",
  "rules-vaccines": "/rules?by=vaccines&sort=live",
  "jurisdiction-rich": "/jurisdictions/tx",
  "jurisdiction-poor": "/jurisdictions/de",
  body: "/bodies/ptcb",
  designators: "/bodies/acpe",
  "credential-rich": "/credentials/ptcb-cpht",
  "credential-poor": "/credentials/dc-pharmacy-technician-trainee",
  "credential-ahead": "/credentials/vt-pharmacy-technician",
  fact: "/credentials/tx-pharmacy-technician/current/law",
  "fact-unknown": "/jurisdictions/oh/duties/product-verification",
  "two-states": "/compare/jurisdictions?a=tx&b=de",
  "two-credentials": "/compare/credentials?a=ptcb-cpht&b=nha-excpt&only=differences",
  "compare-form": "/compare/credentials",
  search: "/search?q=ohio+law",
  "search-nothing": "/search?q=zzzz",
  roles: "/roles",
  role: "/roles/lead-technician",
  setting: "/settings/hospital-inpatient",
  organizations: "/organizations",
  organization: "/organizations/npta",
  actions: "/actions",
  action: "/actions/train-new-staff",
  feeds: "/feeds",
  occupation: "/occupation",
  "not-found-near": "/jurisdictions/texas",
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// axe sees each theme and each width once; the pictures are of all four.
const CLOSELY = ["phone-light", "desktop-dark"];

for (const look of LOOKS) {
  test(`every kind of page, ${look.name}`, async () => {
    const page = await open(browser, { ...look, bypassCSP: true });
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(address);
      await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
      if (CLOSELY.includes(look.name)) assert.deepEqual((await axe(page)).violations, [], name);
      await fits(page, name);
      await shoot(page, `${look.name}/${name}`);
    }
    assert.deepEqual(page.complaints.filter((complaint) => !complaint.includes("404")), []);
    await close(page);
  });
}

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? "with script" : "without script", () => {
    let page;
    before(async () => {
      page = await open(browser, { javaScriptEnabled });
    });
    after(() => close(page));

    test("the map takes another colour, and a tile opens its state", async () => {
      await page.goto("/rules");
      await page.getByRole("link", { name: "Vaccinating", exact: true }).first().click();
      await page.waitForURL("**/rules?by=vaccines");
      await page.getByRole("link", { name: "OH Ohio: continuing education" }).click();
      await page.waitForURL("**/jurisdictions/oh");
      assert.equal(await page.locator("h1").textContent(), "Ohio");
    });

    test("from a rule to its own page and back to its place", async () => {
      await page.goto("/credentials/tx-pharmacy-technician");
      await page.locator("[id='current.law'] .name a").click();
      await page.waitForURL("**/current/law");
      await page.getByRole("link", { name: "Read it in its place" }).click();
      await page.waitForURL("**/credentials/tx-pharmacy-technician#current.law");
      assert.ok(await page.locator("[id='current.law']").isVisible());
    });

    test("what is searched with the button is found", async () => {
      await page.goto("/rules");
      await page.getByRole("searchbox").fill("opioid");
      await page.getByRole("button", { name: "Search" }).click();
      await page.waitForURL("**/search?q=opioid");
      assert.ok((await page.locator(".results mark").count()) > 0);
    });

    test("two are laid side by side, and only what differs", async () => {
      await page.goto("/jurisdictions/tx");
      await page.getByLabel("Side by side with").selectOption({ label: "Ohio" });
      await page.getByRole("button", { name: "Compare" }).click();
      await page.waitForURL("**/compare/jurisdictions?a=tx&b=oh");
      await page.getByRole("link", { name: /Only the \d+ differences/ }).click();
      await page.waitForURL("**only=differences");
      assert.equal(await page.locator(".alike").count(), 0);
      assert.ok((await page.locator(".differs").count()) > 5);
    });

    test("the table is sorted by its headings", async () => {
      await page.goto("/rules");
      await page.locator("thead").getByRole("link", { name: "Hours a year", exact: true }).click();
      await page.waitForURL("**sort=hours&order=down#table");
      assert.equal(await page.locator("th[aria-sort]").getAttribute("aria-sort"), "descending");
    });

    test("nothing was refused or asked elsewhere", () => assert.deepEqual(page.complaints, []));
  });
}

test("search answers while one types, and tells how much it found", async () => {
  const page = await open(browser);
  await page.goto("/rules");
  await page.getByRole("searchbox").pressSequentially("ohio law");
  await page.locator("#results mark").first().waitFor();
  await page.waitForFunction(() => document.querySelector("#told").textContent.includes("result"));
  assert.equal(new URL(page.url()).pathname, "/rules");
  await page.getByRole("searchbox").fill("");
  await page.waitForFunction(() => document.querySelector("#results").childElementCount === 0);
  assert.deepEqual(page.complaints, []);
  await close(page);
});

test("the map by keyboard: every tile can be reached, and arrows go to the neighbours", async () => {
  const page = await open(browser);
  await page.goto("/rules");
  await page.locator(".tile", { hasText: "KS" }).focus();
  const here = () => page.evaluate(() => document.activeElement.querySelector("b")?.textContent);
  for (const [key, expected] of [["ArrowRight", "AR"], ["ArrowUp", "MO"], ["ArrowLeft", "NE"], ["ArrowDown", "KS"]]) {
    await page.keyboard.press(key);
    assert.equal(await here(), expected, key);
  }
  await page.keyboard.press("Tab");
  assert.equal(await here(), "AR", "the next tile is the next stop");
  assert.ok((await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)) !== "none");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/jurisdictions/ar");
  await page.goto("/rules");
  await page.locator(".skip-map").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/rules#table");
  await close(page);
});

test("a sheet of paper has every source with its address, and nothing to click", async () => {
  const page = await open(browser);
  await page.goto("/credentials/oh-registered-pharmacy-technician");
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".references .url").first().isVisible());
  assert.ok(await page.locator(".on-paper").isVisible());
  for (const gone of ["header.site nav", ".crumbs", ".toc", "form"]) {
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  }
  await close(page);
});
