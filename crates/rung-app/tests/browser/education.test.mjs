// A week of use, in Chromium: a credit by its number, its certificate, the ledger, two tabs, undo. Started by run.sh.

import { LOOKS, close, closeTab, isSound, launch, open, shoot } from "./browser.mjs";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A PDF of one page with these lines. */
function pdf(lines) {
  const content = `BT /F1 12 Tf 72 700 Td ${lines.map((line) => `(${line}) Tj 0 -20 Td `).join("")}ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.7\n";
  const places = objects.map((object, n) => {
    const place = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(`${file}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
}

const CERTIFICATE = ["Certificate of Completion", "Title: Vaccines in Winter", "Provider: Sample University",
  "Completed on: October 3, 2026", "2 contact hours", "UAN 0107-0000-26-044-H06-T"];

/** What was done is told, and can be undone. */
const done = (page, title) => page.locator(".toast").getByText(title).waitFor();

/** Loads a sample technician, so that the person's own data stays as other tests need it. */
async function loadSample(page) {
  await page.goto("/");
  if (await page.getByRole("button", { name: "Remove the sample" }).count()) return;
  await page.evaluate(() => (document.querySelectorAll("details").forEach((details) => (details.open = true))));
  await page.locator("button[name=name][value=three-states]").first().click();
  await page.getByRole("button", { name: "Remove the sample" }).waitFor();
}

async function removeSample(page) {
  await page.goto("/");
  await page.getByRole("button", { name: "Remove the sample" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  describe(`a week of use, ${javaScriptEnabled ? "with" : "without"} script`, () => {
    let page;
    before(async () => {
      page = await open(browser, { javaScriptEnabled, viewport: { width: 390, height: 844 } });
      page.setDefaultTimeout(10_000);
      // The samples stand behind a line that only script or a click opens.
      const first = await open(browser, { viewport: { width: 390, height: 844 } });
      await loadSample(first);
      await close(first);
    });
    after(async () => {
      const last = await open(browser, {});
      await removeSample(last);
      await close(last);
      await close(page);
    });

    test("Monday: a credit is added by its number", async () => {
      await page.goto("/education/credits");
      await page.getByRole("link", { name: "Add a credit" }).click();
      await page.getByLabel("Paste the activity number").fill("0107-0000-26-021-L03-T, 1.5 contact hours");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Fill in from the number" }).click();
      await page.getByText("Still to tell:").waitFor();
      assert.equal(await page.getByLabel("Contact hours").inputValue(), "1.5");
      assert.ok(await page.getByLabel("Law", { exact: true }).isChecked());
      await page.getByLabel("Title").fill("Law of the week");
      await page.getByLabel("Completed on").fill("2026-11-02");
      await page.getByLabel("Provider").fill("Sample University");
      await page.getByLabel("Whose law").selectOption("TX");
      await page.getByRole("button", { name: "Save", exact: true }).last().click();
      await done(page, "Added Law of the week");
      assert.ok(await page.getByRole("heading", { name: "Where it counts" }).isVisible());
    });

    test("Tuesday: its certificate is attached", async () => {
      await page.getByRole("link", { name: "Attach a certificate" }).click();
      await page.getByLabel("File").setInputFiles({ name: "law.pdf", mimeType: "application/pdf", buffer: pdf(["Law of the week"]) });
      await page.getByRole("button", { name: "Keep it" }).click();
      await done(page, "Added the document law.pdf");
      await page.getByRole("link", { name: "law.pdf" }).click();
      await page.getByText("The text that can be read from it").waitFor();
    });

    test("Wednesday: another certificate is read into a credit", async () => {
      await page.goto("/documents/new");
      await page.getByLabel("File").setInputFiles({ name: "vaccines.pdf", mimeType: "application/pdf", buffer: pdf(CERTIFICATE) });
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByRole("link", { name: "Make a credit of it" }).click();
      assert.equal(await page.getByLabel("Title").inputValue(), "Vaccines in Winter");
      assert.equal(await page.getByLabel("Completed on").inputValue(), "2026-10-03");
      await page.getByRole("button", { name: "Save", exact: true }).last().click();
      await done(page, "Added Vaccines in Winter");
      assert.ok(await page.getByRole("link", { name: "vaccines.pdf" }).isVisible());
    });

    test("Thursday: the ledger is filtered", async () => {
      await page.goto("/education/credits");
      await page.getByLabel("Words").fill("law of the week");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Find" }).click();
      await page.getByText("1 credit, 1 h 30 min.").waitFor();
      await page.getByLabel("Certificate").selectOption("no");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Find" }).click();
      await page.getByText("No credit is like this.").waitFor();
      assert.ok(page.url().includes("documented=no"));
      await page.getByRole("link", { name: "Show all" }).click();
      await page.getByRole("link", { name: "Law of the week" }).click();
    });

    test("Friday: two tabs edit it; the second is told, and nothing is lost", async () => {
      await page.getByRole("link", { name: "Edit", exact: true }).click();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByLabel("Contact hours").fill("2");
      await other.getByRole("button", { name: "Save" }).click();
      await done(other, "Changed Law of the week");
      await closeTab(other);
      await page.getByLabel("Contact hours").fill("1.75");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("It was changed in the meantime").waitFor();
      assert.equal(await page.getByLabel("Contact hours").inputValue(), "1.75");
      page.complaints.splice(0); // The browser complains of the status 409, which is meant.
      await page.getByRole("button", { name: "Save mine over it" }).click();
      await page.getByText("1 h 45 min").first().waitFor();
    });

    test("Saturday: removed by mistake, and undone", async () => {
      const address = page.url();
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await done(page, "Removed Law of the week");
      await page.getByRole("button", { name: "Undo" }).click();
      await page.goto(address.split("?")[0]);
      assert.ok(await page.getByRole("link", { name: "law.pdf" }).isVisible());
      assert.deepEqual(page.complaints, []);
    });
  });
}

for (const look of LOOKS) {
  describe(`education, ${look.name}`, () => {
    let page;
    before(async () => {
      page = await open(browser, { ...look, bypassCSP: true });
      await loadSample(page);
    });
    after(async () => {
      await removeSample(page);
      await close(page);
    });

    /** It is sound, and a picture of it is kept. */
    async function examine(name) {
      await isSound(page, name);
      await shoot(page, `${look.name}/${name}`);
    }

    const PAGES = {
      education: "/education",
      ledger: "/education/credits",
      "ledger-nothing-found": "/education/credits?q=nothing+like+it",
      "credit-new": "/education/credits/new",
      "credit-new-filled": "/education/credits/new?uan=0107-0000-26-021-L03-T",
      "credit-new-no-number": "/education/credits/new?uan=my+course",
      "documents-none": "/documents",
      "document-new": "/documents/new",
    };
    for (const [name, address] of Object.entries(PAGES)) {
      test(name, async () => {
        await page.goto(address);
        await examine(name);
      });
    }

    test("everything opened", async () => {
      await page.goto("/education");
      await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
      await examine("education-open");
    });

    test("a credit, its form, its faults, and what two tabs make of it", async () => {
      await page.goto("/education/credits");
      await page.locator(".ledger tbody a").first().click();
      await page.getByRole("heading", { name: "History" }).waitFor();
      await examine("credit");
      await page.getByRole("link", { name: "Edit", exact: true }).click();
      await examine("credit-edit");
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByLabel("Title").fill("Another title");
      await other.getByRole("button", { name: "Save" }).click();
      await done(other, "Changed Another title");
      await closeTab(other);
      await page.getByLabel("Title").fill("My title");
      await page.getByRole("button", { name: "Save" }).click();
      await examine("credit-conflict");
      await page.getByLabel("Contact hours").fill("many");
      await page.getByRole("button", { name: "Save mine over it" }).click();
      await examine("credit-faulty");
    });

    test("a document", async () => {
      await page.goto("/documents/new");
      await page.getByLabel("File").setInputFiles({ name: "vaccines.pdf", mimeType: "application/pdf", buffer: pdf(CERTIFICATE) });
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByRole("link", { name: "Make a credit of it" }).waitFor();
      await examine("document");
      await page.goto("/documents");
      await examine("documents");
    });
  });
}
