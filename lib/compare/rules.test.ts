import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../documents/text";
import { documentOf, heading, paragraph } from "../documents/making";
import { compareLines, compareWords, type Line, linesOf } from "./rules";

const p = (text: string): Line => ({ kind: "paragraph", text });
const told = (before: string[], after: string[]) =>
  compareLines(before.map(p), after.map(p)).map(
    ({ is, pieces }) =>
      `${is}: ${pieces.map((piece) => (piece.is === "same" ? piece.text : piece.is === "added" ? `+${piece.text}+` : `-${piece.text}-`)).join("")}`,
  );

test.each([
  ["One in three payments failed.", "One in four payments failed.", "One in -three-+four+ payments failed."],
  ["The pool was full.", "The pool was full, and nobody saw it.", "The pool was full+, and nobody saw it+."],
  ["a b c", "x y z", "-a b c-+x y z+"],
  ["", "new", "+new+"],
])("%j to %j", (before, after, expected) =>
  expect(
    compareWords(before, after)
      .map((piece) => (piece.is === "same" ? piece.text : piece.is === "added" ? `+${piece.text}+` : `-${piece.text}-`))
      .join(""),
  ).toBe(expected),
);

test("paragraphs are the same, changed, added, removed or moved", () => {
  expect(
    told(
      ["At 14:02 a deploy took the limit off a retry.", "It was Tuesday.", "Each failed call was tried again.", "Nobody was paged."],
      ["It was Tuesday.", "At 14:02 a deploy took the limit off every retry.", "Each failed call was tried again.", "We were lucky: it was noon."],
    ),
  ).toEqual([
    "removed: -At 14:02 a deploy took the limit off a retry.-",
    "same: It was Tuesday.",
    "added: +At 14:02 a deploy took the limit off every retry.+",
    "same: Each failed call was tried again.",
    "removed: -Nobody was paged.-",
    "added: +We were lucky: it was noon.+",
  ]);
  expect(told(["a one", "b two", "c three"], ["c three", "a one", "b two"])).toEqual(["moved: c three", "same: a one", "same: b two"]);
});

test("what is kept and taken away is the old text, what is kept and added the new one", () => {
  const words = fc.array(fc.constantFrom("pool", "full", "a", "the", ",", ".", " ", "\n", "é", "14:02"), { maxLength: 30 }).map((all) => all.join(" "));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = compareWords(before, after);
      const side = (is: string) => pieces.flatMap((piece) => (piece.is === "same" || piece.is === is ? piece.text : "")).join("");
      expect(side("removed")).toBe(before);
      expect(side("added")).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

test("every paragraph of both is told once", () => {
  const lines = fc.array(fc.constantFrom("a one", "b two", "c three", "b two three"), { maxLength: 10 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const blocks = compareLines(before.map(p), after.map(p));
      expect(
        blocks.filter(({ is }) => is !== "removed").map(({ pieces }) => pieces.flatMap((piece) => (piece.is === "removed" ? [] : piece.text)).join("")),
      ).toEqual(after);
      expect(blocks.filter(({ is }) => is === "moved" || is === "same" || is === "changed" || is === "removed")).toHaveLength(before.length);
    }),
    { numRuns: 2000 },
  );
});

test("a long text costs no more than its bound, and says what it can", () => {
  const long = Array.from({ length: 5000 }, (_, at) => `word${at}`).join(" ");
  expect(compareWords(long, `${long} more`).map(({ is }) => is)).toEqual(["same", "added"]);
  expect(compareWords(long, `new ${long.split(" ").reverse().join(" ")}`).length).toBeLessThan(10);
  expect(
    compareLines(
      Array.from({ length: 3000 }, (_, at) => p(`line ${at}`)),
      [p("other")],
    ).length,
  ).toBe(2001);
});

test("a document is read line by line: items, cells, quotes and the rows of blocks", () => {
  const doc = documentOf(
    heading("Impact"),
    { type: "bulletList", content: [{ type: "listItem", content: [paragraph("one"), paragraph("more")] }] },
    { type: "live", attrs: { kind: "actions" } },
  );
  expect(linesOf(doc, textOf, () => "a\n\n| --- |\nb")).toEqual([
    { kind: "heading", level: 2, text: "Impact" },
    { kind: "listItem", text: "one" },
    { kind: "paragraph", text: "more" },
    { kind: "row", text: "a" },
    { kind: "row", text: "b" },
  ]);
});
