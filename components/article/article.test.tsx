import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Blocks } from "../../lib/blocks/schema";
import { documentFromMarkdown } from "../../lib/documents/from-markdown";
import { documentOf, heading, paragraph } from "../../lib/documents/making";
import type { DocNode } from "../../lib/documents/schema";
import { cssText } from "../../lib/exports/rules";
import { Article, hereOf } from "./article";
import { withoutFigures } from "./figures";

const at = "2026-11-24T13:02:00.000Z";
const reading = { incidentRef: "INC-1", zone: "Europe/Berlin", around: at, blocks: { incident: { ref: "INC-1" } } as Blocks };
const drawn = (...content: DocNode[]) => renderToStaticMarkup(<Article doc={documentOf(...content)} reading={reading} />);
const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

test("a document is drawn with its headings as places, its times in one zone, its code coloured", () => {
  const html = drawn(
    { ...heading("Summary"), attrs: { level: 2, section: "summary" } },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "At " },
        { type: "moment", attrs: { at } },
        { type: "text", text: " it began", marks: [{ type: "bold" }, { type: "italic" }] },
      ],
    },
    heading("Why?"),
    heading("Why?", 3),
    { type: "codeBlock", attrs: { language: "ts" }, content: [{ type: "text", text: "const a = 1" }] },
    { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true }, content: [paragraph("told")] }] },
  );
  expect(html).toMatch(/<h2 id="summary" class="[^"]*sr-only/);
  expect(html).toContain('id="why"');
  expect(html).toContain('<h3 id="why-2"');
  expect(html).toMatch(/<time dateTime="2026-11-24T13:02:00.000Z"[^>]*>14:02<\/time><strong><em> it began/);
  expect(html).toContain('<span class="hljs-keyword">const</span>');
  expect(html).toContain('aria-label="Done"');
});

test("what it does not know is its text, and what is hostile is letters", () => {
  const html = drawn(
    { type: "fromTheFuture", content: [paragraph(`kept ${HOSTILE}`)] },
    heading(HOSTILE),
    {
      type: "paragraph",
      content: [
        { type: "text", text: HOSTILE, marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }, { type: "odd" }] },
        { type: "mention", attrs: { kind: "incident", id: HOSTILE, label: HOSTILE } },
      ],
    },
    { type: "picture", attrs: { id: HOSTILE, alt: HOSTILE } },
    { type: "codeBlock", attrs: { language: HOSTILE }, content: [{ type: "text", text: HOSTILE }] },
    { type: "live", attrs: { kind: "constructor", filter: "__proto__" } },
    { type: "callout", attrs: { kind: "__proto__" }, content: [paragraph("x")] },
    ...documentFromMarkdown(`[a](javascript:alert(1)) ${HOSTILE}`).content!,
  );
  expect(html).toContain("kept ");
  expect(html).not.toMatch(/<script|<img|javascript:|<[^>]*\sonerror/);
});

test("whatever a document holds, it is drawn", () => {
  const attrs = fc.dictionary(
    fc.constantFrom("level", "kind", "id", "at", "href", "checked", "colspan", "start", "language", "alt"),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  );
  const types = [
    "paragraph",
    "heading",
    "table",
    "tableRow",
    "tableCell",
    "tableHeader",
    "bulletList",
    "listItem",
    "taskItem",
    "codeBlock",
    "picture",
    "moment",
    "mention",
    "callout",
    "blockquote",
    "horizontalRule",
    "hardBreak",
    "odd",
  ];
  const { node } = fc.letrec<{ node: DocNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.string().map((text): DocNode => ({ type: "text", text })),
      fc.record({ type: fc.constantFrom(...types), attrs, content: fc.array(tie("node"), { maxLength: 3 }) }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (content) => void drawn(...content)),
    { numRuns: 300 },
  );
});

test("the figures at the head do not stand twice, unless they were put elsewhere", () => {
  const figures: DocNode = { type: "live", attrs: { kind: "figures" } };
  expect(withoutFigures(documentOf(heading("Summary"), figures, heading("Impact"))).content).toHaveLength(2);
  expect(withoutFigures(documentOf(heading("Summary"), heading("Impact"), figures)).content).toHaveLength(3);
});

test("names in CSS are names, and text in CSS ends nowhere", () => {
  expect(hereOf("größe-2")).toMatch(/^--at-[a-z0-9-]+$/);
  expect(cssText(`a"}</style>\\\n`)).toBe('"a\\22 \\7d \\3c \\2f style\\3e \\5c \\a "');
});
