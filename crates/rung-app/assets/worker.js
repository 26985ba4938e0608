// Keeps the last copy of the pages one may need when Rung is not running: they can be read then, and say so.

const NAME = "rung-pages";
const READ_OFFLINE = new Set(["/", "/education", "/education/plan", "/certifications", "/plan", "/calendar"]);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  const isPage = event.request.mode === "navigate" && address.search === "" && READ_OFFLINE.has(address.pathname);
  if (isPage || address.pathname.startsWith("/assets/")) event.respondWith(answer(event.request, isPage));
});

async function answer(request, isPage) {
  const kept = await caches.open(NAME);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await kept.put(request, fresh.clone());
    return fresh;
  } catch (gone) {
    const copy = await kept.match(request, { ignoreVary: true });
    if (!copy) throw gone;
    if (!isPage) return copy;
    const page = (await copy.text()).replace("<body ", "<body data-offline ");
    return new Response(page, { headers: copy.headers });
  }
}
