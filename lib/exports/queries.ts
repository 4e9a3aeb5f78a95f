import { readFile } from "node:fs/promises";
import { attachmentPath } from "../attachments/queries";
import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { blocksOf } from "../blocks/queries";
import { htmlOf, text } from "../documents/html";
import { markdownOf } from "../documents/markdown";
import type { DocNode } from "../documents/schema";
import { headingsOf } from "../documents/text";
import { getIncident } from "../incidents/queries";
import { paths } from "../paths";
import { getPostmortem } from "../postmortems/queries";
import type { ExportQuery } from "../postmortems/schema";
import { aroundOf, findVersion } from "../versions/queries";
import { byline, type Exported, fileName, frontMatter } from "./rules";
import { MEDIA_TYPES, STYLE } from "./words";

/** A post-mortem as a file: Markdown with front matter, one HTML file that needs nothing else, or JSON. */

export interface ExportedFile {
  name: string;
  mediaType: string;
  body: string;
}

export async function exportPostmortem(ctx: Ctx, ref: string | undefined, { format = "md", version }: ExportQuery, origin: string): Promise<ExportedFile> {
  const of = version === undefined ? await draftOf(ctx, ref) : await findVersion(ctx, ref, version);
  const make = { md: async () => markdownFile(of, origin), html: () => htmlFile(ctx, of, origin), json: async () => jsonFile(of, origin) }[format];
  return { name: fileName(of, format), mediaType: MEDIA_TYPES[format], body: await make() };
}

/** The draft as it stands, with the rows of now, in the caller's zone. */
async function draftOf(ctx: Ctx, ref: string | undefined): Promise<Exported> {
  const [{ json, authors, reviews, publishedVersion, incidentRef }, me] = await Promise.all([
    getPostmortem(ctx, ref),
    read(ctx).person.findUnique({ where: { id: ctx.actor.id }, select: { zone: true } }),
  ]);
  const [blocks, last, incident] = await Promise.all([
    blocksOf(ctx, incidentRef, json),
    publishedVersion === null ? null : findVersion(ctx, incidentRef, publishedVersion),
    getIncident(ctx, incidentRef),
  ]);
  return {
    incidentRef,
    n: null,
    title: last?.title ?? incident.title,
    publishedAt: null,
    publishedBy: null,
    authors,
    reviewers: reviews.filter(({ state }) => state === "approved").map(({ person, state, at }) => ({ person, state, at })),
    zone: me?.zone ?? last?.zone ?? "UTC",
    note: "",
    json,
    blocks,
  };
}

const urlOf = ({ incidentRef, n }: Exported, origin: string) =>
  origin + (n === null ? paths.draft(incidentRef) : paths.postmortem(incidentRef, { version: n }));

function markdown(of: Exported, origin: string): string {
  const { json, blocks, zone, incidentRef } = of;
  return markdownOf(json, { blocks, zone, around: aroundOf(blocks), origin, picture: (id) => origin + paths.attachment(incidentRef, id) });
}

function markdownFile(of: Exported, origin: string): string {
  const title = markdownOf({ type: "doc", content: [{ type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: of.title }] }] });
  const line = byline(of).join(" · ");
  const by = markdownOf({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: line, marks: [{ type: "italic" }] }] }] });
  return [frontMatter(of, urlOf(of, origin)), title, by, markdown(of, origin)].join("\n\n").concat("\n");
}

function jsonFile(of: Exported, origin: string): string {
  const { n, ...rest } = of;
  return `${JSON.stringify({ version: n, url: urlOf(of, origin), ...rest, markdown: markdown(of, origin) }, null, 2)}\n`;
}

async function htmlFile(ctx: Ctx, of: Exported, origin: string): Promise<string> {
  const pictures = await picturesOf(ctx, of);
  const sections = headingsOf(of.json).filter(({ level }) => level === 2);
  const contents = sections.map(({ text: words, anchor }) => `<li><a href="#${text(anchor)}">${text(words)}</a></li>`).join("");
  const main = htmlOf(of.json, { zone: of.zone, around: aroundOf(of.blocks), blocks: of.blocks, origin, picture: (id) => pictures.get(id) ?? null });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(of.title)} (${text(of.incidentRef)})</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<p class="ref">${text(of.incidentRef)}, ${of.n === null ? "draft" : `version ${of.n}`}</p>
<h1>${text(of.title)}</h1>
<p>${text(byline(of).join(" · "))}</p>
${of.note ? `<p>${text(of.note)}</p>` : ""}
</header>
${sections.length > 2 ? `<nav aria-label="Contents"><ol>${contents}</ol></nav>` : ""}
<main>
${main}
</main>
<footer>${text(of.incidentRef)} in Candor: <a href="${text(urlOf(of, origin))}">${text(urlOf(of, origin))}</a></footer>
</body>
</html>
`;
}

const RASTER = /^image\/(?:png|jpeg|gif|webp|avif)$/;
const MOST_BYTES = 5_000_000;
const MOST_ALL = 20_000_000;

/** The document's pictures as `data:` addresses, those of its own incident, until there is no room. */
async function picturesOf(ctx: Ctx, { json, blocks }: Exported): Promise<Map<string, string>> {
  const ids = new Set<string>();
  const walk = (node: DocNode) => {
    if (node.type === "picture" && /^[\da-f-]{36}$/.test(String(node.attrs?.id))) ids.add(String(node.attrs!.id));
    node.content?.forEach(walk);
  };
  walk(json);
  const found = new Map<string, string>();
  if (ids.size === 0) return found;
  const rows = await read(ctx).attachment.findMany({
    where: { id: { in: [...ids] }, incidentId: blocks.incident.id },
    select: { id: true, mediaType: true, bytes: true },
    take: 500,
  });
  let left = MOST_ALL;
  for (const { id, mediaType, bytes } of rows) {
    if (!RASTER.test(mediaType) || bytes > MOST_BYTES || bytes > left) continue;
    const data = await readFile(attachmentPath(id)).catch(() => null);
    if (!data) continue;
    left -= bytes;
    found.set(id, `data:${mediaType};base64,${data.toString("base64")}`);
  }
  return found;
}
