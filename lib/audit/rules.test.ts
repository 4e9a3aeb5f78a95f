import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell, csvLine } from "./rules";

describe("a CSV cell", () => {
  test.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", `"'\r=1"`],
    [" =1", "' =1"],
    ["\uff1d1", "'\uff1d1"],
    ['say "hi", twice', '"say ""hi"", twice"'],
    ["two\nlines", '"two\nlines"'],
    [null, ""],
    [42, "42"],
  ])("%j is %j", (value, cell) => expect(csvCell(value)).toBe(cell));

  test("no cell begins with what a spreadsheet computes, and a line reads back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), (values) => {
        for (const value of values) expect(csvCell(value).replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
        const read = parse(csvLine(values));
        expect(read.map((cell, at) => (cell === `'${values[at]}` ? values[at] : cell))).toEqual(values);
      }),
    );
  });
});

/** RFC 4180, one line. */
function parse(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = "";
    if (line[at] === '"') {
      for (at++; !(line[at] === '"' && line[at + 1] !== '"'); at++) {
        if (line[at] === '"') at++;
        cell += line[at];
      }
      at++;
    } else while (line[at] !== "," && !line.startsWith("\r\n", at)) cell += line[at++];
    cells.push(cell);
    if (line[at] !== ",") return cells;
    at++;
  }
}
