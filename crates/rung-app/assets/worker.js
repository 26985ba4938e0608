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
  const isPage = event.request.mode === "navigate";
  if (isPage || address.pathname.startsWith("/assets/")) event.respondWith(answer(event, address, isPage));
});

async function answer(event, address, isPage) {
  const kept = await caches.open(NAME);
  const isKept = !isPage || (address.search === "" && READ_OFFLINE.has(address.pathname));
  try {
    const fresh = await fetch(event.request);
    if (fresh.ok && isKept) await kept.put(event.request, fresh.clone());
    if (isPage && fresh.headers.get("content-type")?.startsWith("text/html")) event.waitUntil(follow(fresh.clone()));
    return fresh;
  } catch (gone) {
    const copy = isKept && (await kept.match(event.request, { ignoreVary: true }));
    if (!copy) throw gone;
    return isPage ? saysItIsACopy(copy) : copy;
  }
}

// As of when the copies are, as a page says it.
let asOf;
const stampOf = (page) => /<body data-stamp="([^"]*)"/.exec(page)?.[1];

// What was changed shows on every page: then all are kept anew.
async function follow(answer) {
  const stamp = stampOf(await answer.text());
  if (!stamp || stamp === asOf) return;
  asOf = stamp;
  await keepAll();
}

async function keepAll() {
  const kept = await caches.open(NAME);
  const parts = new Set();
  for (const address of READ_OFFLINE) {
    const page = await fetch(address);
    if (!page.ok) continue;
    await kept.put(address, page.clone());
    const text = await page.text();
    asOf = stampOf(text) ?? asOf;
    for (const [part] of text.matchAll(/\/assets\/[\w.-]+/g)) parts.add(part);
  }
  await kept.addAll([...parts]);
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
