import { launch, open, axe } from "./browser.mjs";
const b = await launch();
const only = process.argv[2];
const pages = JSON.parse(process.argv[3]);
const lang = process.argv[4] ?? "en";
for (const [name, look] of Object.entries({ pl: { viewport: { width: 390, height: 844 }, colorScheme: "light" }, dd: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }, dl: { viewport: { width: 1280, height: 900 }, colorScheme: "light" } })) {
  if (only !== "all" && !only.split(",").includes(name)) continue;
  const page = await open(b, { ...look, look: true, bypassCSP: true, locale: lang });
  await page.goto("/");
  if (!process.env.NOLOAD) { const s = page.locator(`button[name=name][value="${process.env.SAMPLE ?? "alex-rivera"}"]`); if (await s.count()) { await page.evaluate((v)=>document.querySelector(`button[name=name][value="${v}"]`).click(), process.env.SAMPLE ?? "alex-rivera"); await page.waitForTimeout(2500); } }
  for (const [short, address] of Object.entries(pages)) {
    await page.goto(address);
    await page.screenshot({ path: `/tmp/edu-shots/${short}-${name}.png`, fullPage: true });
    const a = await axe(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(short, name, a.passes, a.violations, over > 0 ? `OVER ${over}` : "", page.complaints.splice(0));
  }
  await page.context().close();
}
await b.close();
