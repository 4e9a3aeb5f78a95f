import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFromMarkdown } from "./from-markdown";
import { markdownOf } from "./markdown";
import { checkDocument } from "./projection";
import type { DocNode } from "./schema";
import { templateDocument } from "./template";
import { textOf } from "./text";

const text = (words: string, ...marks: string[]): DocNode => ({
  type: "text",
  text: words,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
});
const link = (words: string, href: string): DocNode => ({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] });
const p = (...content: DocNode[]): DocNode => (content.length ? { type: "paragraph", content } : { type: "paragraph" });
const doc = (...content: DocNode[]): DocNode => ({ type: "doc", content });
const words = (node: DocNode) => textOf(node).replace(/\s+/g, " ").trim();

test("a document reads as Markdown that people would write", () => {
  const whole = doc(
    { type: "heading", attrs: { level: 2, section: "impact" }, content: [text("Impact")] },
    p(
      text("One in three ", "bold"),
      text("card payments"),
      text(" in the EU", "italic"),
      text(" did not go through, see "),
      link("the status page", "https://status.example/a(b)"),
      text("."),
    ),
    p(text("snake_case stays, 2 * 3 does not, - neither")),
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [p(text("first")), { type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [p(text("third"))] }] }],
        },
      ],
    },
    {
      type: "taskList",
      content: [
        { type: "taskItem", attrs: { checked: true }, content: [p(text("bound every retry"))] },
        { type: "taskItem", attrs: { checked: false }, content: [p(text("tell them"))] },
      ],
    },
    { type: "codeBlock", attrs: { language: "ts" }, content: [text("const fence = `\n```\n`;")] },
    { type: "callout", attrs: { kind: "learned" }, content: [p(text("The pool is per region.")), p(text("Each."))] },
    {
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableHeader", content: [p(text("net"))] },
            { type: "tableHeader", content: [p(text("why|not"))] },
          ],
        },
        {
          type: "tableRow",
          content: [
            { type: "tableCell", content: [p(text("unit"))] },
            { type: "tableCell", content: [p(text("a|b", "code")), p(text("two"))] },
          ],
        },
      ],
    },
    { type: "picture", attrs: { id: "01234567-89ab-4def-8123-456789abcdef", alt: "errors [per second]" } },
    p(
      { type: "mention", attrs: { kind: "person", id: "x", label: "Ada_" } },
      text(" said so at "),
      { type: "moment", attrs: { at: "2026-11-24T13:02:00Z" } },
      { type: "hardBreak" },
      text("# then"),
    ),
    { type: "live", attrs: { kind: "timeline", filter: "starred" } },
    { type: "horizontalRule" },
  );
  const markdown = markdownOf(whole, { zone: "Europe/Berlin", around: "2026-11-24T12:00:00Z" });
  expect(markdown).toMatchInlineSnapshot(`
    "## Impact

    **One in three** card payments *in the EU* did not go through, see [the status page](<https://status.example/a(b)>).

    snake_case stays, 2 \\* 3 does not, - neither

    - first

      3. third

    * [x] bound every retry
    * [ ] tell them

    \`\`\`\`ts
    const fence = \`
    \`\`\`
    \`;
    \`\`\`\`

    > **Learned**
    >
    > The pool is per region.
    >
    > Each.

    | net | why\\|not |
    | --- | --- |
    | unit | \`a\\|b\`<br>two |

    ![errors \\[per second\\]](picture:01234567-89ab-4def-8123-456789abcdef)

    @Ada\\_ said so at 14:02\\
    \\# then

    <!-- candor: timeline starred -->

    ---"
  `);
  const back = checkDocument(documentFromMarkdown(markdown));
  expect(words(back)).toBe(words(whole).replace("2026-11-24T13:02:00Z", "14:02"));
  expect(back.content!.map(({ type }) => type)).toEqual(whole.content!.map(({ type }) => type));
});

test("the template comes back as it is, its sections and live blocks known", () => {
  const strip = (node: DocNode) => node.content!.filter(({ type }) => type !== "paragraph").map(({ type, attrs }) => ({ type, attrs: { ...attrs } }));
  expect(strip(documentFromMarkdown(markdownOf(templateDocument())))).toEqual(strip(templateDocument()));
});

test("what would run, or be HTML, is text", () => {
  const back = checkDocument(
    documentFromMarkdown(
      "<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)> ![x](https://elsewhere.example/x.png)\n\n<svg onload=1>",
    ),
  );
  expect(JSON.stringify(back)).not.toMatch(/"href":"(?!https:)|picture/);
  expect(words(back)).toBe("<script>alert(1)</script> a <img src=x onerror=alert(1)> x <svg onload=1>");
});

test.each([
  ["> [!WARNING]\n> Mind the gap", [{ type: "callout", attrs: { kind: "caution" }, content: [p(text("Mind the gap"))] }]],
  [
    "- [ ] a\n- b",
    [
      {
        type: "bulletList",
        content: [
          { type: "listItem", content: [p(text("[ ] a"))] },
          { type: "listItem", content: [p(text("b"))] },
        ],
      },
    ],
  ],
  ["", [p()]],
])("%j is read", (markdown, content) => expect(documentFromMarkdown(markdown).content).toEqual(content));

const odd = fc
  .string({
    unit: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(..."*_`~[]()<>#+-=.!|\\&;:/@ 1ab\u00e4\n\t") },
      { weight: 1, arbitrary: fc.constantFrom("http://a.b", "www.a.b", "&amp;", "a@b.c", "```", "---", "1. ", "- [ ] ", "<br>", "![x](y)", "> ", "=>") },
    ),
    minLength: 1,
    maxLength: 14,
  })
  .filter((s) => s !== "");
const run = fc.record({ words: odd, marks: fc.subarray(["bold", "italic", "strike", "code", "link"]) }).map(
  ({ words, marks }): DocNode => ({
    type: "text",
    text: words,
    ...(marks.length
      ? {
          marks: (marks.includes("code") ? ["code"] : marks).map((type) => (type === "link" ? { type, attrs: { href: "https://a.example/x_(y)" } } : { type })),
        }
      : {}),
  }),
);
const inlines = fc.array(fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: fc.constant<DocNode>({ type: "hardBreak" }) }), {
  minLength: 1,
  maxLength: 5,
});
const paragraph = inlines.map((content) => p(...content));
const { block } = fc.letrec<{ block: DocNode; item: DocNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small" },
    paragraph,
    fc.record({ level: fc.constantFrom(2, 3, 4), content: inlines }).map(({ level, content }): DocNode => ({ type: "heading", attrs: { level }, content })),
    odd.map((code): DocNode => ({ type: "codeBlock", attrs: { language: null }, content: [{ type: "text", text: code }] })),
    fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((content): DocNode => ({ type: "blockquote", content })),
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((content): DocNode => ({ type: "bulletList", content })),
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((content): DocNode => ({ type: "orderedList", attrs: { start: 7 }, content })),
    fc.array(fc.array(paragraph, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map(
      (rows): DocNode => ({
        type: "table",
        content: rows.map((row, at) => ({ type: "tableRow", content: row.map((cell) => ({ type: at ? "tableCell" : "tableHeader", content: [cell] })) })),
      }),
    ),
  ),
  item: fc.tuple(paragraph, fc.array(tie("block"), { maxLength: 2 })).map(([first, rest]): DocNode => ({ type: "listItem", content: [first, ...rest] })),
}));

test("what stands in an item behind empty lines stays where it is", () => {
  const item = (...content: DocNode[]): DocNode => ({ type: "bulletList", content: [{ type: "listItem", content }] });
  const blank = p({ type: "hardBreak" });
  const cells = (type: string, ...all: string[]): DocNode => ({ type: "tableRow", content: all.map((one) => ({ type, content: [p(text(one))] })) });
  const table: DocNode = { type: "table", content: [cells("tableHeader", "a", "b"), cells("tableCell", "c", "d")] };
  const read = documentFromMarkdown(markdownOf(doc(item(blank, item(blank), table))));
  expect(read.content![0]!.content![0]!.content!.map(({ type }) => type)).toEqual(["paragraph", "bulletList", "table"]);
  expect(documentFromMarkdown(markdownOf(doc(item(p(text("one"))), blank, item(p(text("two")))))).content).toHaveLength(2);
});

test("whatever is written reads back as the same words, and fits the schema", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
      const whole = doc(...content);
      const back = checkDocument(documentFromMarkdown(markdownOf(whole)));
      expect(words(back)).toBe(words(whole));
    }),
    { numRuns: 400 },
  );
});

test("any text at all makes a document that fits the schema", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        odd,
        fc.array(odd, { maxLength: 12 }).map((all) => all.join("\n")),
      ),
      (markdown) => void checkDocument(documentFromMarkdown(markdown)),
    ),
    { numRuns: 2000 },
  );
});

test("a long space, a thousand formats and a thousand line breaks cost no more than their length", () => {
  const of = (...content: DocNode[]) => markdownOf({ type: "doc", content: [{ type: "paragraph", content }] });
  const wide = `a${" ".repeat(1_000_000)}b`;
  expect(of({ type: "text", text: wide })).toBe(wide);
  expect(of({ type: "text", text: wide, marks: [{ type: "link", attrs: { href: "https://x.example/" } }] })).toContain("](https://x.example/)");
  const runs = Array.from({ length: 20_000 }, (_, at): DocNode => ({ type: "text", text: "ab ", ...(at % 2 ? { marks: [{ type: "bold" }] } : {}) }));
  expect(of(...runs)).toContain("ab");
  expect(of(...runs.flatMap((run) => [run, { type: "hardBreak" }])).split("\n")).toHaveLength(20_000);
});

test("a block, a callout and a heading that name nothing there is", () => {
  for (const kind of ["constructor", "__proto__", 5, null, ["timeline"]]) {
    const doc = {
      type: "doc",
      content: [
        { type: "live", attrs: { kind, filter: kind } },
        { type: "callout", attrs: { kind }, content: [] },
      ],
    } as DocNode;
    expect(markdownOf(doc, { blocks: {} as never })).toBe("> **Note**");
  }
});
