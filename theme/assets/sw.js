// Keeps the last version of the agents' site for when the network is down. The build puts VERSION, NEEDED and PAGES before this text.
// Online everything comes from the network; only what does not arrive comes from what was kept. No flyers: those are too big.
"use strict";

const PREFIX = "antwoordkaart-";
const CACHE = PREFIX + VERSION;
const AT_ONCE = 6;
const rooted = (path) => new URL(path, self.registration.scope).href;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(NEEDED.map(rooted))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

// The pages come when the browser has nothing else to do; an older version goes only when all of this one is there.
async function keepAll() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = PAGES.map(rooted).filter((url) => !there.has(url));
  while (missing.length) await Promise.all(missing.splice(0, AT_ONCE).map((url) => cache.add(url)));
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data === "bewaar") event.waitUntil(keepAll().catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fromNetwork(request, event));
});

async function fromNetwork(request, event) {
  try {
    const answer = await fetch(request);
    const whole = answer.ok && answer.type === "basic" && !answer.redirected && !request.url.endsWith(".pdf");
    if (whole) {
      const copy = answer.clone();
      const address = new URL(request.url);
      address.search = ""; // what somebody searches for is kept nowhere
      event.waitUntil(caches.open(CACHE).then((cache) => cache.put(address.href, copy)).catch(() => {}));
    }
    return answer;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}
