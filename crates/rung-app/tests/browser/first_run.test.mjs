// The first minute with Rung, and the record as a whole: four questions, a transcript, a sample, an import with mistakes,
// undo, a backup and a restore, removal. In every look, with script and without.

import { LOOKS, SITE, close, closeTab, isSound, launch, open, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import http from "node:http";

const TRANSCRIPT = await readFile(new URL("../../../../examples/transcripts/cpe-monitor.csv", import.meta.url), "utf8");
const WITH_MISTAKES = "Date,Title,Hours\n2026-02-11,Law,1\n2026-13-40,Safety,2\n2026-03-01,Sterile compounding,lots\n2026-04-01,Immunization update,2\n";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** Everything that is kept is removed, as a user does it. */
async function forget(page) {
  await page.goto("/record/delete");
  await page.getByLabel('Type "delete" to confirm').fill("delete");
  await page.getByLabel("Remove the backups").check();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("heading", { name: "Four questions" }).waitFor();
}

/** Answers the four questions; the day on which the credential expires is wrong at first. */
async function answer(page, expires) {
  await page.getByLabel("State", { exact: true }).selectOption("tx");
  await page.getByLabel("Credential", { exact: true }).selectOption("tx-pharmacy-technician");
  await page.getByLabel("First issued").first().fill("2021-06-01");
  await page.getByLabel("Expires").first().fill(expires);
  await page.getByLabel("Practice setting").selectOption("hospital-inpatient");
  await page.getByLabel("Role or credential").selectOption("role:lead-technician");
  await page.getByRole("button", { name: "Show what I owe" }).click();
}

for (const look of LOOKS) {
  for (const withScript of [true, false]) {
    describe(`${look.name}, ${withScript ? "with" : "without"} script`, () => {
      let page;
      before(async () => {
        page = await open(browser, { ...look, bypassCSP: true });
        // The site's script does not arrive; axe, which comes from outside, still runs.
        if (!withScript) await page.route("**/assets/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
        page.setDefaultTimeout(15000);
        await forget(page);
      });
      after(async () => {
        await forget(page);
        await close(page);
      });

      /** It is sound, and a picture of it is kept. */
      async function examine(name) {
        await isSound(page, name);
        if (withScript) await shoot(page, `${look.name}/${name}`);
      }

      test("four answers, one of them wrong at first, lead to what is owed", async () => {
        await page.goto("/");
        await examine("first-run");
        await answer(page, "2021-05-31");
        await page.getByText("One answer is not right yet").waitFor();
        await examine("first-run-faults");
        assert.equal(await page.getByLabel("First issued").first().inputValue(), "2021-06-01", "nothing is lost");
        await page.getByLabel("Expires").first().fill("2027-05-31");
        await page.getByRole("button", { name: "Show what I owe" }).click();
        await page.getByRole("heading", { name: "Today", exact: true }).waitFor();
        await page.getByRole("link", { name: "Earn 20 h for Texas" }).first().waitFor();
        assert.ok(await page.locator("svg.climb").isVisible());
        await examine("today");
      });

      test("the answers are undone at once, and told again", async () => {
        await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
        await page.getByRole("heading", { name: "Four questions" }).waitFor();
        await answer(page, "2027-05-31");
        await page.getByRole("heading", { name: "Today", exact: true }).waitFor();
      });

      test("a file with mistakes is looked at, taken in but for them, and undone", async () => {
        await page.goto("/record");
        await examine("record");
        await page.getByLabel("File", { exact: true }).setInputFiles(file("mine.csv", WITH_MISTAKES));
        await page.getByRole("button", { name: "Look at it" }).click();
        await page.getByRole("heading", { name: "2 lines are not understood" }).waitFor();
        await examine("import-preview");
        await page.getByRole("button", { name: "Add 2 credits" }).click();
        await page.getByRole("status").getByText("mine.csv").waitFor();
        await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
        await page.getByRole("status").getByText("Undid:").waitFor();
        await page.goto("/record/import");
        await page.getByText("Paste its text instead").click();
        await page.getByLabel("Text of the file").fill('{"format": "rung-record/1", "credits": [{"id": "c1", "completed": "2026-13-02"}]}');
        await page.getByRole("button", { name: "Look at it" }).click();
        await page.getByRole("heading", { name: "This file cannot be read" }).waitFor();
        await examine("import-faults");
      });

      test("the history tells it all, and the record as it was", async () => {
        await page.goto("/record/history");
        assert.ok((await page.locator(".batches li").count()) >= 4);
        await examine("history");
        await page.locator(".batches a").last().click();
        await examine("history-batch");
        await page.getByRole("link", { name: "The record as it was then" }).click();
        await page.getByRole("heading", { name: "The record as it was" }).waitFor();
        await examine("as-it-was");
      });

      test("a backup is made, looked into and put back; the page tells what is there", async () => {
        await page.goto("/record/backups");
        await page.getByRole("button", { name: "Make a backup now" }).click();
        await page.getByText("found whole").waitFor();
        await examine("backups");
        await page.goto("/start");
        await page.getByLabel("Credential", { exact: true }).selectOption("ptcb-cpht");
        await page.getByRole("button", { name: "Show what I owe" }).click();
        await page.getByRole("heading", { name: "Today", exact: true }).waitFor();
        await page.goto("/record/backups");
        await page.locator("table a").first().click();
        await page.getByText("every count and every hash").waitFor();
        await examine("backup");
        await page.getByLabel("Yes, put this backup").check();
        await page.getByRole("button", { name: "Restore", exact: true }).click();
        await page.getByText("The backup was restored").waitFor();
        await page.goto("/");
        assert.equal(await page.locator(".rings li").count(), 1, "only Texas asks something again");
      });

      test("a transcript first: what it counts for follows from what is held", async () => {
        await forget(page);
        await page.getByLabel("File", { exact: true }).setInputFiles(file("cpe-monitor.csv", TRANSCRIPT));
        await page.getByRole("button", { name: "Read it" }).click();
        await page.getByText("a CPE Monitor transcript").waitFor();
        await page.getByRole("button", { name: /^Add \d+ credits$/ }).click();
        await page.getByText("Which rules they count for").waitFor();
        await examine("today-without-credential");
      });

      test("a sample is met and wholly removed", async () => {
        await page.goto("/samples");
        await examine("samples");
        await page.getByRole("button", { name: "Jordan Blake" }).click();
        await page.getByText("Jordan Blake is made up").waitFor();
        await examine("today-sample");
        await page.getByRole("button", { name: "Remove the sample" }).click();
        await page.getByText("Which rules they count for").waitFor();
        await page.goto("/record/delete");
        await examine("delete");
      });

      test("nothing was refused or asked elsewhere", () => {
        assert.deepEqual(page.complaints.filter((complaint) => !/42[02]/.test(complaint)), []);
      });
    });
  }
}

describe("with script", () => {
  let page;
  before(async () => {
    page = await open(browser);
    page.setDefaultTimeout(15000);
    await forget(page);
  });
  after(async () => {
    await forget(page);
    await close(page);
  });

  test("a file that is dropped anywhere, or text that is pasted, is read; what was answered is kept", async () => {
    await page.goto("/");
    await page.getByLabel("State", { exact: true }).selectOption("tx");
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "cpe-monitor.csv", { type: "text/csv" }));
      return transfer;
    }, TRANSCRIPT);
    await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
    assert.ok(await page.evaluate(() => document.body.classList.contains("dropping")));
    await page.dispatchEvent("footer", "drop", { dataTransfer: transfer });
    await page.waitForURL("**/record/import/*");
    await page.getByRole("status").getByText("Told: Texas").waitFor();
    await page.goto("/record");
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, TRANSCRIPT);
    await page.waitForURL("**/record/import/*");
    assert.ok(await page.getByText("pasted text").isVisible());
  });

  test("an open page is told what was changed elsewhere, and keeps what is typed", async () => {
    await page.goto("/start");
    await page.getByLabel("Since").fill("2020-01-01");
    assert.equal(await page.locator("#changed").isVisible(), false);
    const other = await page.context().newPage();
    await other.goto("/start");
    await other.getByLabel("State", { exact: true }).selectOption("ok");
    await other.getByRole("button", { name: "Show what I owe" }).click();
    await other.getByRole("heading", { name: "Today", exact: true }).waitFor();
    await closeTab(other);
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.getByText("Your record was changed elsewhere").waitFor();
    assert.equal(await page.getByLabel("Since").inputValue(), "2020-01-01");
    await page.getByRole("link", { name: "Load again" }).click();
    assert.equal(await page.locator("#changed").isVisible(), false);
  });

  test("the credentials of the state that was chosen come first", async () => {
    await page.goto("/start");
    await page.getByLabel("State", { exact: true }).selectOption("wy");
    assert.equal(await page.locator("#holds-1 optgroup").first().getAttribute("label"), "Wyoming");
  });
});

/** The bytes of an answer as they travel. */
const travelled = (address) =>
  new Promise((resolve, reject) => {
    http.get(SITE + address, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const isPacked = answer.headers["content-encoding"] === "gzip";
        resolve({ size: bytes.length, text: (isPacked ? gunzipSync(bytes) : bytes).toString() });
      });
    }).on("error", reject);
  });

test("the first view is light: 60 kB at most as it travels, with a script of 15 kB at most", async () => {
  const first = await travelled("/");
  const sizes = { "/": first.size };
  for (const [, part] of first.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
    const { size, text } = await travelled(part);
    sizes[part] = size;
    if (part.endsWith(".js")) assert.ok(text.length <= 15_000, `the script has ${text.length} bytes`);
  }
  console.log(sizes);
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  assert.ok(total <= 60_000, JSON.stringify(sizes));
});
