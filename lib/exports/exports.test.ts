import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { addAttachment } from "../attachments/mutations";
import type { Ctx } from "../auth/ctx";
import { addActionItem } from "../actions/mutations";
import { documentFromMarkdown } from "../documents/from-markdown";
import { documentOf, heading, paragraph } from "../documents/making";
import type { DocNode } from "../documents/schema";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { draftOf, publishedOf } from "../testing/postmortems";
import { compareVersions } from "../compare/queries";
import { exportPostmortem } from "./queries";

const ORIGIN = "https://candor.example";
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const file = (ctx: Ctx, ref: string, format: "md" | "html" | "json", version?: number) => exportPostmortem(ctx, ref, { format, version }, ORIGIN);
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  );
const live = (kind: string): DocNode => ({ type: "live", attrs: { kind, filter: "all" } });

let ctx: Ctx;
beforeAll(async () => {
  process.env.CANDOR_DATA_DIR = mkdtempSync(join(tmpdir(), "candor-export-"));
  ctx = ctxOf(await makePerson({ name: 'Ada "the" Writer: #1' }));
});

test("a version is taken along as Markdown, HTML and JSON that read well by themselves", async () => {
  const { ref } = await declareIncident(ctx, { title: "Checkout answers 502", severity: "SEV1" });
  await addActionItem(ctx, ref, { title: "Bound every retry", finishTest: "a load test shows three" });
  const picture = await addAttachment(ctx, ref, { name: "errors.png", bytes: PNG });
  const doc = documentOf(
    heading("Summary"),
    paragraph("One in three."),
    live("actions"),
    { type: "picture", attrs: { id: picture.id, alt: "Errors a second", width: 1, height: 1 } },
    {
      type: "paragraph",
      content: [
        { type: "moment", attrs: { at: "2026-11-24T13:02:00Z" } },
        { type: "text", text: " it began, as in " },
        { type: "mention", attrs: { kind: "incident", id: "INC-7", label: "x" } },
      ],
    },
  );
  await publishedOf(ctx, ref, doc, { title: "What a retry does: a --- story", zone: "Europe/Berlin" });

  const md = await file(ctx, ref, "md", 1);
  expect(md.name).toBe(`${ref}-postmortem-v1.md`);
  expect(md.body).toMatch(/^---\ntitle: "What a retry does: a --- story"\nincident: "INC-\d+"\nversion: 1\npublished: 2\d{3}-/);
  expect(md.body).toContain(String.raw`authors: ["Ada \"the\" Writer: #1"]`);
  expect(md.body).toContain(`url: "${ORIGIN}/postmortems/${ref}?version=1"`);
  expect(md.body).toContain("Bound every retry");
  expect(md.body).toContain("24 Nov 2026 14:02 it began, as in [INC-7](https://candor.example/incidents/INC-7)");
  expect(md.body).toContain(`![Errors a second](${ORIGIN}/api/v1/incidents/${ref}/attachments/${picture.id})`);

  const html = await file(ctx, ref, "html", 1);
  expect(html.body).toContain("<h1>What a retry does: a --- story</h1>");
  expect(html.body).toContain("<td>Bound every retry</td>");
  expect(html.body).toContain('<img src="data:image/png;base64,');
  expect(html.body).not.toMatch(/<script|<link|src="(?!data:)|url\(/);

  const json = JSON.parse((await file(ctx, ref, "json", 1)).body) as { version: number; blocks: { actions: unknown[] }; json: DocNode; markdown: string };
  expect(json).toMatchObject({ version: 1, incidentRef: ref, title: "What a retry does: a --- story", zone: "Europe/Berlin" });
  expect(json.blocks.actions).toHaveLength(1);
  expect(json.markdown).toContain("Bound every retry");
});

test("the draft is taken along as it stands; an unknown version, and nothing begun, say so", async () => {
  const { ref } = await declareIncident(ctx, { title: "Pool" });
  expect(await code(file(ctx, ref, "md"))).toMatch(/^NOT_FOUND: No post-mortem was begun/);
  await publishedOf(ctx, ref, documentOf(heading("Summary"), paragraph("Then.")));
  await draftOf(ctx, ref, documentOf(heading("Summary"), paragraph("Now, as it stands.")));
  const md = await file(ctx, ref, "md");
  expect([md.name, md.body.includes("status: draft"), md.body.includes("Now, as it stands.")]).toEqual([`${ref}-postmortem-draft.md`, true, true]);
  expect(await code(file(ctx, ref, "html", 9))).toBe("NOT_FOUND: There is no version 9 of this post-mortem.");
  expect(await code(compareVersions(ctx, ref, { from: 1, to: 9 }))).toBe("NOT_FOUND: There is no version 9 of this post-mortem.");
  const other = await declareIncident(ctx, { title: "Nothing" });
  expect(await code(compareVersions(ctx, other.ref, { from: 1 }))).toBe("NOT_FOUND: There is no version 1 of this post-mortem.");
});

test("two versions, and the draft, are compared with the rows that they showed", async () => {
  const { ref } = await declareIncident(ctx, { title: "Pool" });
  await publishedOf(ctx, ref, documentOf(heading("Summary"), paragraph("The pool of twenty was full."), live("actions")));
  await addActionItem(ctx, ref, { title: "Bound every retry" });
  await publishedOf(ctx, ref, documentOf(heading("Summary"), paragraph("The pool of twenty connections was full."), live("actions")), {
    title: "A pool fills",
  });
  const { blocks, title, words } = await compareVersions(ctx, ref, { from: 1, to: 2 });
  expect(title.map(({ is }) => is)).toContain("added");
  expect(blocks.find(({ is }) => is === "changed")!.pieces).toEqual([
    { is: "same", text: "The pool of twenty " },
    { is: "added", text: "connections " },
    { is: "same", text: "was full." },
  ]);
  expect(blocks.some(({ is, kind, pieces }) => is === "added" && kind === "row" && pieces[0]!.text.includes("Bound every retry"))).toBe(true);
  expect(words.added).toBeGreaterThan(3);
  expect((await compareVersions(ctx, ref, { from: 2 })).blocks.every(({ is }) => is === "same")).toBe(true);
});

const HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>";

test("what is hostile leaves no trace in a file", async () => {
  const bad = ctxOf(await makePerson({ name: `Eve ${HOSTILE}` }));
  const { ref } = await declareIncident(bad, { title: `Pool ${HOSTILE}` });
  await addActionItem(bad, ref, { title: HOSTILE, finishTest: "[x](javascript:alert(1)) ![](https://elsewhere.example/x.png)" });
  const linked: DocNode = { type: "paragraph", content: [{ type: "text", text: HOSTILE, marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }] };
  const doc = documentOf(
    heading(HOSTILE),
    linked,
    ...documentFromMarkdown(`${HOSTILE}\n\n- [a](javascript:alert(1))\n\n~~~html\n</code></pre>${HOSTILE}\n~~~`).content!,
    live("actions"),
    live("timeline"),
    { type: "picture", attrs: { id: 'x" onerror="alert(1)', alt: HOSTILE } },
  );
  await publishedOf(bad, ref, doc, { title: HOSTILE, note: HOSTILE });
  const { body } = await file(bad, ref, "html", 1);
  expect(body.match(/<(?:script|svg|img|iframe|object|embed|base|form)\b/gi)).toBeNull();
  expect(body).not.toMatch(/<[^>]*\son\w+=/i);
  expect(body).not.toMatch(/href="(?:javascript|data|vbscript)/i);
  const md = (await file(bad, ref, "md", 1)).body;
  expect(md.slice(0, md.indexOf("\n---\n", 4))).not.toMatch(
    /^(?!title|incident|version|published|authors|reviewers|severity|services|started|resolved|zone|note|url|---)./m,
  );
  expect(JSON.stringify(documentFromMarkdown(md.slice(md.indexOf("\n---\n", 4) + 5)))).not.toMatch(/"href":"javascript/);
});
