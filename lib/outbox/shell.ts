/** The pages of rooms that were open, kept by the browser with what they need, so that a reload without a network still shows them. */

const PAGES = "candor-pages-";
const ASSETS = "candor-assets-";
const STATIC = /\/_next\/static\/[^"'\\\s)<>?#]+/g;
const FRESH = 60_000;
const TAKEOVER = 60_000;

/** The caches of a build; the names are those of public/sw.js. */
const cacheNames = (build: string) => ({ pages: PAGES + build, assets: ASSETS + build });

const workers = () => (typeof navigator !== "undefined" && "serviceWorker" in navigator ? navigator.serviceWorker : null);

/** The build whose worker serves this page; null where there is none (a plain HTTP address, development, a first visit). */
function servedBuild(): string | null {
  const script = workers()?.controller?.scriptURL;
  return script ? new URL(script).searchParams.get("build") : null;
}

/** On a first visit and after a deploy the worker takes the page over some time after it has opened. */
async function isServedBy(build: string): Promise<boolean> {
  const late = Date.now() + TAKEOVER;
  while (servedBuild() !== build && Date.now() < late) {
    await new Promise((resolve) => {
      workers()?.addEventListener("controllerchange", resolve, { once: true });
      setTimeout(resolve, late - Date.now());
    });
  }
  return servedBuild() === build;
}

/** Keeps the page that is open now, unless the worker has just done so. Best done when the browser has nothing else to do. */
export async function keepPage(path: string, build: string | null): Promise<void> {
  if (build === null || !workers() || !("caches" in globalThis) || !(await isServedBy(build))) return;
  const names = cacheNames(build);
  const pages = await caches.open(names.pages);
  const kept = await pages.match(path, { ignoreVary: true });
  const age = Date.now() - Date.parse(kept?.headers.get("date") ?? "");
  let page = kept;
  if (!(age < FRESH)) {
    const response = await fetch(path, { headers: { accept: "text/html" }, redirect: "manual" });
    if (!response.ok || response.redirected) return;
    await pages.put(path, response.clone());
    page = response;
  }
  await keepAssets(names.assets, (await page?.clone().text()) ?? "");
}

/** What a worker of this tab was loaded from, which the page's own list does not name. */
const besides = new Set<string>();

/** To be kept with the pages that are kept from now on, and with those that stand already. */
export function keepAlso(files: readonly string[]): void {
  for (const file of files) besides.add(file);
  const build = servedBuild();
  if (build && "caches" in globalThis) void keepAssets(cacheNames(build).assets, "").catch(() => undefined);
}

/** What the page names and what this tab has loaded besides: parts that come only when they are needed stand in no HTML. */
async function keepAssets(name: string, html: string) {
  const loaded = [...performance.getEntriesByType("resource").map((entry) => entry.name), ...besides];
  const wanted = new Set([...html.matchAll(STATIC), ...loaded.join("\n").matchAll(STATIC)].map(([path]) => path));
  const assets = await caches.open(name);
  for (const path of wanted) {
    if (await assets.match(path, { ignoreVary: true })) continue;
    const response = await fetch(path).catch(() => null);
    if (response?.ok) await assets.put(path, response);
  }
}

/** A page that holds words which were taken back. */
export async function dropPage(path: string): Promise<void> {
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) if (name.startsWith(PAGES)) await (await caches.open(name)).delete(path, { ignoreVary: true, ignoreSearch: true });
}

export async function dropPages(): Promise<void> {
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) if (name.startsWith(PAGES)) await caches.delete(name);
}
