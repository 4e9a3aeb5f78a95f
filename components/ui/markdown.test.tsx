import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Markdown } from "./markdown";
import { lexMarkdown, safeHref } from "../../lib/markdown";
import { type MarkdownLinks, mentionsOf } from "./markdown-text";

const links: MarkdownLinks = {
  mention: mentionsOf([
    { name: "Ana", href: "/people/1" },
    { name: "Ana Ruiz", href: "/people/2" },
  ]),
  incident: (ref) => `/incidents/${ref}`,
};
const html = (text: string, given?: MarkdownLinks) => renderToStaticMarkup(<Markdown links={given}>{text}</Markdown>);

describe("what people wrote", () => {
  test("keeps its shape", () => {
    const drawn = html("**Pool** of `20` is full\nsecond line\n\n- [x] done\n- [ ] not yet\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n\n```ts\nx < 1\n```");
    expect(drawn).toContain("<strong>Pool</strong>");
    expect(drawn).toContain("<br/>");
    expect(drawn).toMatch(/<input type="checkbox"[^>]*checked/);
    expect(drawn).toContain("x &lt; 1");
    expect(drawn.match(/<t[dh][ >]/g)).toHaveLength(4);
  });

  test("headings stay under the page's own", () => {
    expect(html("# Now")).toMatch(/<h3[^>]*>Now<\/h3>/);
  });

  test("names of people and incidents are links, the longest name first", () => {
    const drawn = html("@Ana Ruiz and @ana saw #INC-12, not @Anatol, nor a@Ana", links);
    expect(drawn.match(/href="[^"]+"/g)).toEqual(['href="/people/2"', 'href="/people/1"', 'href="/incidents/INC-12"']);
  });

  test("entities are read as what they mean, once", () => {
    expect(html("a &amp;lt; b &#x3c;")).toContain("a &amp;lt; b &lt;");
  });
});

describe("what must stay inert", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <b onclick=x>bold</b>",
    "<iframe src='//evil.example'></iframe>",
    "<svg/onload=alert(1)>",
  ])("HTML: %s", (text) => {
    expect(html(text)).not.toMatch(/<(script|img|b|iframe|svg)[\s>/]/);
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#x73;cript:alert(1))",
    "[x](data:text/html,hi)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/p.png)",
  ])("addresses: %s", (text) => {
    const drawn = html(text);
    expect(drawn).not.toMatch(/(href|src)="(?!https:\/\/evil\.example\/p\.png)[^"]*(script|data:|evil|\.\.)/i);
    expect(drawn).not.toContain("<img");
  });

  test("links away say so, links inside do not", () => {
    expect(html("[x](https://example.org)")).toContain('rel="noopener noreferrer nofollow"');
    expect(safeHref("mailto:a@b.c")).toBe("mailto:a@b.c");
    expect(safeHref("/incidents")).toBe("/incidents");
    expect(html("![x](/api/v1/../../x)")).not.toContain("<img");
    expect(html("![a](/api/v1/attachments/1)")).toContain('src="/api/v1/attachments/1"');
  });
});

test.each([
  ["quotes in quotes", ">".repeat(100_000)],
  ["lists in lists", "- ".repeat(50_000)],
  ["emphasis", "***a___".repeat(14_000)],
  ["emphasis in many paragraphs", `${"***a___".repeat(90)}\n\n`.repeat(150)],
  ["underscores", "_a".repeat(50_000)],
  ["marks", "!".repeat(100_000)],
  ["brackets", "[".repeat(100_000)],
  ["an indented staircase", Array.from({ length: 300 }, (_, at) => `${" ".repeat(at * 2)}- a`).join("\n")],
])("100 000 characters of %s hold nobody up", (_, text) => {
  // Without the bounds each of these would run into the test's own limit.
  expect(lexMarkdown(text, true).length).toBeGreaterThan(0);
  expect(html(text)).not.toBe("");
});
