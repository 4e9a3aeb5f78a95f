import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../blameless/words";
import type { DocNode } from "../documents/schema";
import { differences, paragraphsOf, ruleCounts } from "./rules";

const text = (words: string, code = false): DocNode => ({ type: "text", text: words, ...(code ? { marks: [{ type: "code" }] } : {}) });
const of = (type: string, ...content: DocNode[]): DocNode => ({ type, content });

test("paragraphs, headings, lists and tables are read; quotes, code and live blocks are not", () => {
  const doc = of(
    "doc",
    of("heading", text("Summary")),
    of("paragraph", text("We ran "), text("rm `x`", true), text(" once."), { type: "hardBreak" }, { type: "mention", attrs: { kind: "person", label: "Ada" } }),
    of("bulletList", of("listItem", of("paragraph", text("A point")))),
    of("table", of("tableRow", of("tableCell", of("paragraph", text("A cell"))))),
    of("callout", of("paragraph", text("Mind this"))),
    of("blockquote", of("paragraph", text("“You should have”"))),
    of("codeBlock", text("should have")),
    { type: "live", attrs: { kind: "timeline", filter: "all" } },
    of("paragraph"),
  );
  expect(paragraphsOf(doc)).toEqual(["Summary", "We ran `rm 'x'` once.\n@Ada", "A point", "A cell", "Mind this"]);
});

const finding = (start: number, end: number, rule = "should-have"): Finding => ({
  start,
  end,
  rule,
  class: "counterfactual",
  why: "",
  question: null,
  suggestions: [],
});

test("what only one reading has is told with its sentence", () => {
  const said = "It was late. They should have seen it. Then it was well.";
  const [kept, gone, come] = [finding(0, 2, "a"), finding(18, 29), finding(39, 43, "b")];
  expect(differences(said, [kept, gone], [kept, come])).toEqual([
    { sentence: "They should have seen it.", start: 5, end: 16, rule: "should-have", gained: false },
    { sentence: "Then it was well.", start: 0, end: 4, rule: "b", gained: true },
  ]);
  expect(differences(said, [kept], [kept])).toEqual([]);
});

test("rules are counted in both readings, what would come first", () => {
  const [a, b, c] = ["a", "b", "c"].map((rule) => finding(0, 1, rule)) as [Finding, Finding, Finding];
  expect(ruleCounts([a, a, b], [b, c, a])).toEqual([
    { rule: "c", before: 0, after: 1 },
    { rule: "b", before: 1, after: 1 },
    { rule: "a", before: 2, after: 1 },
  ]);
  expect(ruleCounts([], [])).toEqual([]);
});

test("whatever the text, the place in the sentence is the place in the text, and no pair is cut", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 900 }), fc.nat(), fc.nat(), (words, a, b) => {
      const whole = [...words.trim()];
      fc.pre(whole.length > 0);
      const before = whole.slice(0, a % whole.length).join("");
      const span = whole.slice(a % whole.length, (a % whole.length) + 1 + (b % 5)).join("");
      const [one] = differences(whole.join(""), [], [finding(before.length, before.length + span.length)]);
      fc.pre(span.trim() === span);
      expect(one!.sentence.slice(one!.start, one!.end)).toBe(span);
      expect(one!.sentence).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }),
  );
});
