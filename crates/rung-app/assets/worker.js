// Keeps copies of the pages one may need when Rung is not running: they can be read then, and say that they are copies,
// and of when.

const NAME = "rung-pages";
const READ_OFFLINE = new Set(["/", "/education", "/education/plan", "/certifications", "/plan", "/calendar"]);
// To show the way up, it is solved, which takes seconds, and every change solves it anew. While somebody types in one
// credit after another nobody looks at it: its copy is made when it is opened, or else once nothing has been changed for
// this long. Until then the copy before stays, and says of when it is.
const DEAR = new Set(["/plan"]);
const QUIET_MS = 30_000;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep(READ_OFFLINE));
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

// What the last page that was read stands on, as it says itself.
let newest;
const stampOf = (page) => /<body data-stamp="([^"]*)"/.exec(page)?.[1];

// What was changed shows on every page: the copies of before are made anew. The browser may stop this worker at any time;
// what it was to do then is found again by the next page.
async function follow(answer) {
  const stamp = stampOf(await answer.text());
  if (!stamp || stamp === newest) return;
  newest = stamp;
  await keepStale(stamp, (address) => !DEAR.has(address));
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  if (newest === stamp) await keepStale(stamp, (address) => DEAR.has(address));
}

async function keepStale(stamp, isMeant) {
  const kept = await caches.open(NAME);
  const stale = [];
  for (const address of [...READ_OFFLINE].filter(isMeant)) {
    const copy = await kept.match(address, { ignoreVary: true });
    if (!copy || stampOf(await copy.text()) !== stamp) stale.push(address);
  }
  await keep(stale);
}

async function keep(addresses) {
  const kept = await caches.open(NAME);
  const parts = new Set();
  for (const address of addresses) {
    const page = await fetch(address);
    if (!page.ok) continue;
    await kept.put(address, page.clone());
    for (const [part] of (await page.text()).matchAll(/\/assets\/[\w.-]+/g)) parts.add(part);
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
