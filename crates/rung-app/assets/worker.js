// Keeps copies of the pages one may need when Rung is not running: they can be read then, and say that they are copies,
// and of when.

const NAME = "rung-pages";
const READ_OFFLINE = new Set(["/", "/education", "/education/plan", "/certifications", "/plan", "/calendar"]);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  const isPage = event.request.mode === "navigate" && address.search === "" && READ_OFFLINE.has(address.pathname);
  if (isPage || address.pathname.startsWith("/assets/")) event.respondWith(answer(event.request, isPage));
});

// Once, so that a page that was never opened can be read too; from then on each is kept as it is opened.
async function keepAll() {
  const kept = await caches.open(NAME);
  const parts = new Set();
  for (const address of READ_OFFLINE) {
    const page = await fetch(address);
    if (!page.ok) continue;
    await kept.put(address, page.clone());
    for (const [part] of (await page.text()).matchAll(/\/assets\/[\w.-]+/g)) parts.add(part);
  }
  await kept.addAll([...parts]);
}

async function answer(request, isPage) {
  const kept = await caches.open(NAME);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await kept.put(request, fresh.clone());
    return fresh;
  } catch (gone) {
    const copy = await kept.match(request, { ignoreVary: true });
    if (!copy) throw gone;
    return isPage ? saysItIsACopy(copy) : copy;
  }
}

// The page has the sentence, hidden; what it leaves open is the moment.
async function saysItIsACopy(copy) {
  const page = await copy.text();
  const language = /<html lang="(\w+)"/.exec(page)?.[1];
  const at = new Date(copy.headers.get("date"));
  const when = at.toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  const told = `<time datetime="${at.toISOString()}">${when}</time>`;
  return new Response(page.replace("<body ", "<body data-offline ").replace("{when}", told), { headers: copy.headers });
}
