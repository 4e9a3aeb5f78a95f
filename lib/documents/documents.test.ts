import { expect, test } from "vitest";
import * as Y from "yjs";
import { documentSchema, isSafeHref } from "./extensions";
import { checkDocument, projectionOf, replaceText, stateOf } from "./projection";
import { templateDocument } from "./template";
import { anchors, headingsOf, sectionsOf } from "./text";
import { FRAGMENT } from "./words";

test("the template fits the schema, survives Yjs, and knows its sections", () => {
  const template = checkDocument(templateDocument());
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stateOf(template));
  const { json, sections, words } = projectionOf(doc);
  expect(headingsOf(json).map(({ section }) => section)).toContain("surprised");
  expect(json.content!.filter((node) => node.type === "live").map((node) => node.attrs!.kind)).toEqual([
    "figures",
    "changes",
    "timeline",
    "ruled_out",
    "factors",
    "nets",
    "actions",
  ]);
  expect([sections, words]).toEqual([[], 0]);
  expect(checkDocument(json)).toEqual(template);
});

test("no two headings have one address, whatever they are called", () => {
  expect(anchors(["Try", "Try 2", "Try", "Try", "…", "Section"])).toEqual(["try", "try-2", "try-3", "try-4", "section", "section-2"]);
});

test("a section tells its times as one would search for them", () => {
  const content = [
    { type: "text", text: "It began at " },
    { type: "moment", attrs: { at: "2026-03-10T03:20:00.000Z" } },
    { type: "text", text: "." },
  ];
  expect(sectionsOf({ type: "doc", content: [{ type: "paragraph", content }] })).toEqual([
    { anchor: "", heading: "", text: "It began at 10 Mar 2026 03:20 UTC." },
  ]);
});

test("a text that replaces another touches only what differs", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stateOf(templateDocument()));
  const before = Y.encodeStateAsUpdate(doc).byteLength;
  const { json } = projectionOf(doc);
  json.content![1] = { type: "paragraph", content: [{ type: "text", text: "Checkout answered 502." }] };
  replaceText(doc, json);
  expect(projectionOf(doc).sections).toEqual([{ anchor: "summary", heading: "Summary", text: "Checkout answered 502." }]);
  expect(Y.encodeStateAsUpdate(doc).byteLength - before).toBeLessThan(200);
});

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " javascript:1",
  "java\nscript:1",
  "data:text/html,x",
  "/\\\\elsewhere.example",
  "//elsewhere.example",
  "vbscript:1",
  "file:///etc",
])("%s is no link", (href) => expect(isSafeHref(href)).toBe(false));
test.each(["https://status.example/x?a=b#c", "mailto:help@candor.example", "/incidents/INC-1", "#impact"])("%s is one", (href) =>
  expect(isSafeHref(href)).toBe(true),
);

test("every node and mark that an editor could meet is named", () => {
  const { nodes, marks } = documentSchema();
  expect(Object.keys(nodes).sort()).toMatchInlineSnapshot(`
    [
      "blockquote",
      "bulletList",
      "callout",
      "codeBlock",
      "doc",
      "hardBreak",
      "heading",
      "horizontalRule",
      "listItem",
      "live",
      "mention",
      "moment",
      "orderedList",
      "paragraph",
      "picture",
      "table",
      "tableCell",
      "tableHeader",
      "tableRow",
      "taskItem",
      "taskList",
      "text",
    ]
  `);
  expect(Object.keys(marks).sort()).toMatchInlineSnapshot(`
    [
      "bold",
      "code",
      "italic",
      "link",
      "strike",
      "thread",
      "underline",
    ]
  `);
});

test("what no database holds is not in what is read of a document", () => {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  text.insert(0, "a\0b", { link: { href: "https://x.example/\ud800" } });
  const { json, markdown } = projectionOf(doc);
  expect(JSON.stringify(json)).not.toMatch(/\\u0000|\\ud800/);
  expect(markdown).toBe("[a\ufffdb](https://x.example/\ufffd)");
});
