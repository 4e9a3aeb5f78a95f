/**
 * Keeps the rooms and drafts that were open, so that one that is reloaded without a network still stands: its page as the server sent it (with its
 * headers, so that its nonce fits its policy) and the assets that it names. Whoever has a network gets everything from there.
 * Nothing of the API is kept here: the room's rows are the page's own business (lib/outbox). The names are those of lib/outbox/shell.ts.
 */
const BUILD = new URL(self.location.href).searchParams.get("build") ?? "none";
const PAGES = `candor-pages-${BUILD}`;
const ASSETS = `candor-assets-${BUILD}`;
const OURS = /^candor-(pages|assets)-/;
const ROOM = /^\/incidents\/INC-[1-9]\d*(\/postmortem)?$/;
/** After so long a kept page is better than none; the answer, when it comes, is kept for the next time. */
const PATIENCE = 4000;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(begin()));

// A page that was loading while this worker began is not among those that it claimed: it asks for itself.
self.addEventListener("message", (event) => event.data === "claim" && event.waitUntil(self.clients.claim()));

async function begin() {
  // Another build's pages name assets that the server no longer has.
  for (const name of await caches.keys()) if (OURS.test(name) && name !== PAGES && name !== ASSETS) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(asset(request));
  else if (request.mode === "navigate" && ROOM.test(url.pathname)) event.respondWith(room(event, url.pathname));
});

/** Their names hold a hash of their content: what is kept is right for ever. */
async function asset(request) {
  const cache = await caches.open(ASSETS).catch(() => null);
  const kept = await cache?.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) await cache?.put(request, response.clone()).catch(() => undefined);
  return response;
}

async function room(event, path) {
  const network = fetch(event.request);
  // Beside the answer, not before it: the page streams.
  event.waitUntil(network.then((response) => remember(response.clone(), path)).catch(() => undefined));
  const kept = async () => (await caches.open(PAGES).catch(() => null))?.match(path, { ignoreVary: true });
  let answer;
  try {
    answer = await Promise.race([network, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  } catch {
    return (await kept()) ?? Response.error();
  }
  // A gateway that cannot reach Candor is no network either.
  if (answer && ![502, 503, 504].includes(answer.status)) return answer;
  return (await kept()) ?? network;
}

async function remember(response, path) {
  if (response.type === "opaqueredirect" || response.status === 401) return void (await caches.delete(PAGES));
  const pages = await caches.open(PAGES);
  if (response.status === 200 && !response.redirected && response.headers.get("content-type")?.startsWith("text/html")) await pages.put(path, response);
  else if (response.status === 404) await pages.delete(path, { ignoreVary: true });
}
