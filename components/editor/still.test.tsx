import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { documentFromMarkdown } from "../../lib/documents/from-markdown";
import type { DocNode } from "../../lib/documents/schema";
import { Still } from "./still";

const drawn = (doc: DocNode) => renderToStaticMarkup(<Still doc={doc} incidentRef="INC-1" zone="Europe/Berlin" day="2026-11-28T02:00:00.000Z" guided />);

test("a heading within a quote is no place, and takes no other's name", () => {
  const html = drawn(documentFromMarkdown("> ## Quoted\n\n## Pool\n\n> ### Again\n\n## Last"));
  expect([...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["pool", "last"]);
  expect(html).toContain("<h2>Quoted</h2>");
});

test("a draft opens whatever stands in it: times that are none, blocks that nobody knows, pictures from elsewhere", () => {
  const html = drawn({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "moment", attrs: { at: "2026-13-45T99:99:99Z" } },
          { type: "moment", attrs: {} },
        ],
      },
      { type: "live", attrs: { kind: "constructor" } },
      { type: "picture", attrs: { id: "../../elsewhere" } },
      { type: "tableRow", content: [{ type: "heading", attrs: { level: "x" }, content: [{ type: "text", text: "Stray" }] }] },
    ],
  });
  expect(html).toContain("<h2>Stray</h2>");
  expect(html).not.toContain("elsewhere");
});
