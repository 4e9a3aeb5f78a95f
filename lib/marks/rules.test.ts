import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseDiff } from "../diffs/rules";
import { differingWords, marksOf, type Range } from "./rules";

const words = (text: string, ranges: readonly Range[]) => ranges.map(([from, to]) => text.slice(from, to));

describe("words that differ", () => {
  test.each<[string, string, string[], string[]]>([
    ["attempts: 3,", "attempts: Infinity,", ["3"], ["Infinity"]],
    ["const a = foo(b, c);", "const a = foo(b);", [", c"], []],
    ["pool_size: 20", "pool_size: 200", ["20"], ["200"]],
    ["if (x) return;", "if (x && y) return;", [], [" && y"]],
    ["same", "same", [], []],
  ])("%s → %s", (before, after, gone, come) => {
    const found = differingWords(before, after)!;
    expect([words(before, found.before), words(after, found.after)]).toEqual([gone, come]);
  });
  it("leaves lines alone that have little in common, and those that are too long", () => {
    expect(differingWords("return null;", "export default class Machine {}")).toBeNull();
    expect(differingWords("a".repeat(3000), "b")).toBeNull();
  });
  it("never marks what is equal, and stays within both lines", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (before, after) => {
        const found = differingWords(before, after);
        if (!found) return;
        const rest = (text: string, ranges: readonly Range[]) => ranges.reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to), text);
        expect(rest(before, found.before)).toBe(rest(after, found.after));
      }),
    );
  });
  it("is bounded for lines of nothing but signs", () => {
    const from = performance.now();
    for (let n = 0; n < 20; n++) differingWords("()".repeat(1000), ")(".repeat(999));
    expect(performance.now() - from).toBeLessThan(1000);
  });
});

describe("the line that a line replaced", () => {
  const of = (...lines: string[]) => {
    const count = (marks: string) => lines.filter((line) => marks.includes(line[0]!)).length;
    return parseDiff(`--- a/x\n+++ b/x\n@@ -1,${count("- ")} +1,${count("+ ")} @@\n${lines.join("\n")}\n`);
  };
  const marked = (lines: string[]) => {
    const diff = of(...lines);
    return lines.map((line, n) => words(line.slice(1), marksOf(diff, n + 3)));
  };
  test("pairs by place in the run", () => {
    expect(marked(["-port: 1 open", "-pool: 2 wide", "+port: 9 open", "+pool: 8 wide", " c"])).toEqual([["1"], ["2"], ["9"], ["8"], []]);
    expect(marked(["-limit is 1", "\\ No newline at end of file", "+limit is 2"])).toEqual([["1"], [], ["2"]]);
    expect(marked(["-only gone", " c", "+only come"])).toEqual([[], [], []]);
  });
  it("does not look without end", () => {
    const many = of(...Array.from({ length: 40_000 }, (_, n) => `-line ${n}`), ...Array.from({ length: 40_000 }, (_, n) => `+line ${n} b`));
    const from = performance.now();
    for (let n = 3; n < 80_003; n += 100) marksOf(many, n);
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
