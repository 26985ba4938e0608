// What a technician does with the site, in Chromium. Started by run.sh, which says where the site is.

import { LOOKS, SITE, axe, launch, open, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

const EXAMPLES = new URL("../../../../examples/", import.meta.url);
const FAULTY = '{"format": "rung-record/1", "credits": [{"id": "c1", "completed": "2026-13-02", "hours": -1}, {"id": "c1"}]}';

/** The sample records: name and text. A record.json is named by its folder, as the site names it. */
async function samples() {
  const found = [];
  for (const entry of await readdir(EXAMPLES, { recursive: true })) {
    if (!entry.endsWith(".json")) continue;
    const text = await readFile(new URL(entry, EXAMPLES), "utf8");
    if (JSON.parse(text).format !== "rung-record/1") continue;
    const [file, folder] = entry.split("/").reverse();
    found.push({ name: file === "record.json" && folder ? folder : file.slice(0, -".json".length), text });
  }
  return found;
}

let browser;
let records;
before(async () => {
  browser = await launch();
  records = await samples();
});
after(() => browser.close());

/** Opens a record by pasting it into the form. */
async function paste(page, text) {
  await page.goto("/");
  await page.getByText("Paste it instead").click();
  await page.getByLabel("Record as text").fill(text);
  await page.getByRole("button", { name: "Show where I stand" }).click();
}

const openAll = (page) =>
  page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));

for (const look of LOOKS) {
  describe(look.name, () => {
    let page;
    before(async () => {
      page = await open(browser, { ...look, bypassCSP: true });
    });
    after(() => page.context().close());

    /** Nothing for axe to say, nothing wider than the screen, nothing refused by the browser. */
    async function isSound(name) {
      const found = await axe(page);
      assert.deepEqual(found.violations, [], name);
      assert.ok(found.passes > 15, `axe looked at ${name}: ${found.passes} rules passed`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px wider than the screen`);
      await shoot(page, `${look.name}/${name}`);
    }

    test("first page", async () => {
      await page.goto("/");
      await isSound("home");
    });

    test("every sample, closed and open", async () => {
      for (const { name } of records) {
        await page.goto(`/samples/${name}`);
        // Closed pages differ little: one is looked at closely, all are photographed.
        await (name === records[0].name ? isSound(`sample-${name}`) : shoot(page, `${look.name}/sample-${name}`));
        await openAll(page);
        await isSound(`sample-${name}-open`);
      }
      assert.deepEqual(page.complaints, []);
    });

    test("every sample's plan, a plan that cannot be, and wishes that are none", async () => {
      for (const { name } of records) {
        await page.goto(`/samples/${name}/plan`);
        await openAll(page);
        await isSound(`plan-${name}`);
      }
      await page.goto(`/samples/${records[0].name}/plan?hours_per_week=0.25&budget=1`);
      await isSound("plan-impossible");
      await page.goto(`/samples/${records[0].name}/plan?budget=lots&horizon=1999-01-01`);
      await isSound("plan-faulty-wishes");
    });

    test("sources", async () => {
      await page.goto("/about");
      await isSound("about");
      await openAll(page);
      assert.deepEqual((await axe(page)).violations, []);
    });

    test("a record without credentials, one with faults, none at all, and no such page", async () => {
      await paste(page, '{"format": "rung-record/1"}');
      await isSound("nothing-held");
      await paste(page, FAULTY);
      await isSound("faults");
      await page.goto("/");
      await page.getByRole("button", { name: "Show where I stand" }).click();
      await isSound("nothing-given");
      await page.goto("/no/such/page");
      await isSound("not-found");
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? "with script" : "without script", () => {
    let page;
    before(async () => {
      page = await open(browser, { javaScriptEnabled });
    });
    after(() => page.context().close());

    test("a sample opens, and a requirement opens to its proof", async () => {
      await page.goto("/");
      await page.locator("a.sample").first().click();
      await page.waitForURL("**/samples/*");
      const row = page.locator(".requirement").first();
      assert.equal(await row.locator("> .proof > .rule").isVisible(), false);
      await row.locator("summary").first().click();
      assert.ok(await row.locator("> .proof > .rule").isVisible());
      assert.ok(await row.locator("> .proof > .source").isVisible());
      assert.deepEqual(page.complaints, []);
    });

    test("another day gives another answer", async () => {
      await page.goto(`/samples/${records[0].name}`);
      await page.getByLabel("Day").fill("2031-01-01");
      await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL("**?on=2031-01-01");
      assert.equal(await page.getByLabel("Day").inputValue(), "2031-01-01");
    });

    test("a file that is chosen is judged, and its day can be changed", async () => {
      await page.goto("/");
      const file = { name: "record.json", mimeType: "application/json", buffer: Buffer.from(records[0].text) };
      await page.getByLabel("Open your record", { exact: true }).and(page.locator("input")).setInputFiles(file);
      await page.getByRole("button", { name: "Show where I stand" }).click();
      await page.waitForURL("**/status");
      const name = JSON.parse(records[0].text).person.name;
      assert.equal(await page.locator("h1").textContent(), name);
      await page.getByLabel("Day").fill("2027-01-15");
      await page.getByRole("button", { name: "Show" }).click();
      await page.waitForFunction(() => document.querySelector("#on")?.value === "2027-01-15").catch(() => {});
      assert.equal(await page.getByLabel("Day").inputValue(), "2027-01-15");
      assert.equal(await page.locator("h1").textContent(), name);
    });

    test("a faulty record comes back with its faults and its text", async () => {
      await page.goto("/");
      await page.getByText("Paste it instead").click();
      await page.getByLabel("Record as text").fill(FAULTY);
      await page.getByRole("button", { name: "Show where I stand" }).click();
      await page.waitForURL("**/status");
      assert.equal(await page.locator(".faults li").count(), 3);
      assert.equal(await page.getByLabel("Record as text").inputValue(), FAULTY);
    });

    test("a plan is made for a sample, and again with other wishes", async () => {
      await page.goto(`/samples/${records[0].name}`);
      await page.getByRole("link", { name: "Plan", exact: true }).click();
      await page.waitForURL("**/plan");
      assert.ok(await page.locator("p.summary").isVisible());
      await page.getByLabel("Budget in $").fill("500");
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await page.waitForURL("**/plan?*budget=500*");
      assert.equal(await page.getByLabel("Budget in $").inputValue(), "500");
    });

    test("a record that was sent goes on to its plan, takes activities along, and comes back", async () => {
      page.complaints.length = 0;
      await paste(page, records[0].text);
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await page.waitForURL("**/plan");
      const activities = "id,title,provider,hours,price\nlong,A long course,Sample University,40,9.50\n";
      await page.getByLabel("Activities you can take")
        .setInputFiles({ name: "activities.csv", mimeType: "text/csv", buffer: Buffer.from(activities) });
      await page.locator("form.wishes button").click();
      await page.getByText("1 activity is known").waitFor();
      await page.locator("form.wishes button").click();
      await page.getByText("1 activity is known").waitFor();
      await page.getByRole("button", { name: "Status", exact: true }).click();
      await page.waitForURL("**/status");
      assert.ok(await page.locator(".obligation").first().isVisible());
      assert.deepEqual(page.complaints, []);
    });

    test("all of it by keyboard", async () => {
      await page.goto(`/samples/${records[0].name}`);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className).catch(() => "skip"), "skip");
      await page.locator(".requirement > summary").first().focus();
      await page.keyboard.press("Enter");
      assert.ok(await page.locator(".requirement .rule").first().isVisible());
    });
  });
}

describe("dropping and pasting", () => {
  let page;
  before(async () => {
    page = await open(browser);
  });
  after(() => page.context().close());

  test("a record that is dropped anywhere on the page is opened", async () => {
    await page.goto("/");
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "record.json", { type: "application/json" }));
      return transfer;
    }, records[0].text);
    await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
    assert.ok(await page.evaluate(() => document.body.classList.contains("dropping")));
    await page.dispatchEvent("footer", "drop", { dataTransfer: transfer });
    await page.waitForURL("**/status");
    assert.equal(await page.locator("h1").textContent(), JSON.parse(records[0].text).person.name);
    assert.deepEqual(page.complaints, []);
  });

  test("a record that is pasted onto the page is opened", async () => {
    await page.goto("/");
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, records[0].text);
    await page.waitForURL("**/status");
    assert.equal(await page.locator("h1").textContent(), JSON.parse(records[0].text).person.name);
  });
});

test("the first view is light: 60 kB at most, with a script of 15 kB at most", async () => {
  const sizes = {};
  for (const address of ["/", `/samples/${records[0].name}`]) {
    const page = await (await fetch(SITE + address)).text();
    const parts = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
    sizes[address] = page.length;
    for (const part of parts) sizes[part] = (await (await fetch(SITE + part)).text()).length;
  }
  console.log(sizes);
  const script = Object.entries(sizes).find(([name]) => name.endsWith(".js"))[1];
  const assets = Object.entries(sizes).filter(([name]) => name.startsWith("/assets/")).reduce((sum, [, size]) => sum + size, 0);
  assert.ok(script <= 15_000 && sizes["/"] + assets <= 60_000, JSON.stringify(sizes));
});
