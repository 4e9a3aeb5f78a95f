import { gzipSync } from "node:zlib";
import { atMost, seen } from "./report";
import type { World } from "./world";

const PART = "JavaScript that a page sends (gzip)";

/** The scripts that a page's HTML names, compressed. */
async function scriptsOf(base: string, path: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(base + path, { headers, redirect: "manual" });
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  const html = await response.text();
  const names = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"/g), ...html.matchAll(/<link[^>]+as="script"[^>]+href="([^"]+)"/g)].map((found) => found[1]!),
  );
  // What no browser of today loads.
  for (const [tag] of html.matchAll(/<script[^>]+nomodule[^>]*>/gi)) names.delete(/src="([^"]+)"/.exec(tag)?.[1] ?? "");
  let bytes = 0;
  for (const name of names) bytes += gzipSync(Buffer.from(await (await fetch(new URL(name.replaceAll("&amp;", "&"), base))).arrayBuffer())).length;
  return bytes / 1000;
}

/** A post-mortem with every live block, published. */
async function publishedPage(base: string, ref: string, cookie: Record<string, string>): Promise<string> {
  const blocks = ["figures", "changes", "timeline", "ruled_out", "factors", "nets", "actions"].map((kind) => `<!-- candor: ${kind} -->`);
  const markdown = [
    "## Summary",
    "One in three card payments did not go through.",
    ...blocks,
    "~~~ts\nconst retries = 3;\n~~~",
    "| a | b |\n| - | - |\n| 1 | 2 |",
  ].join("\n\n");
  const post = async (path: string, body: object) => {
    const headers = { ...cookie, origin: base, "content-type": "application/json" };
    const response = await fetch(`${base}/api/v1/incidents/${ref}/postmortem${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok && response.status !== 409) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  await post("", { markdown });
  await post("/publish", { title: "What a retry does to a pool of twenty" });
  return `/postmortems/${ref}`;
}

export async function benchJavaScript(ours: string, bare: string, world: World): Promise<void> {
  const base = await scriptsOf(bare, "/", {});
  seen(PART, "a bare Next page", `${base.toFixed(0)} KB`);
  const cookie = { cookie: world.cookies[0]! };
  for (const [path, more] of [
    ["/", 45],
    ["/incidents", 45],
    [`/incidents/INC-${world.numbers[3]}`, 90],
    [await publishedPage(ours, `INC-${world.numbers[4]}`, cookie), 10],
  ] as const) {
    const size = await scriptsOf(ours, path, cookie);
    atMost(
      PART,
      path.startsWith("/incidents/") ? "room" : path.startsWith("/postmortems/") ? "reading page" : path,
      size - base,
      more,
      "KB more than bare",
      `${size.toFixed(0)} KB`,
    );
  }
}
