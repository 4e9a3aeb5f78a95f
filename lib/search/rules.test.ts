import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLOSE_MARK, OPEN_MARK, partsOf, plainWord, refIn, snippetOf, termsOf } from "./rules";

const shown = (text: string) => text.replaceAll(OPEN_MARK, "[").replaceAll(CLOSE_MARK, "]");

describe("what was typed", () => {
  test.each([
    [
      "pool exhausted",
      [
        ["pool", false],
        ["exhausted", false],
      ],
    ],
    [
      'say "pool exhausted" now',
      [
        ["say", false],
        ["pool exhausted", true],
        ["now", false],
      ],
    ],
    ["“typed in a letter”", [["typed in a letter", true]]],
    [
      'half "open',
      [
        ["half", false],
        ["open", false],
      ],
    ],
    [
      "retry_v2 POST /pay",
      [
        ["retry_v2", false],
        ["POST", false],
        ["/pay", false],
      ],
    ],
    ["   ", []],
  ] as const)("%j is taken apart", (q, parts) => {
    expect(partsOf(q)).toEqual(parts.map(([text, quoted]) => ({ text, quoted })));
  });

  test.each([
    ["INC-12", 12],
    ["inc 12", 12],
    ["#INC-12 timeout", 12],
    ["#7", 7],
    ["see INC-3", 3],
    ["INC-0", null],
    ["#7 and more", null],
    ["XINC-12", null],
    ["INC-12b", null],
    ["INC-999999999", 999999999],
    ["INC-9999999999", null],
  ])("%j names %j", (q, number) => {
    expect(refIn(q)).toBe(number);
  });

  test("only the last word, from three letters on and outside quotation marks, may be a beginning", () => {
    const read = (quoted: boolean, ...words: string[]) => ({ quoted, words, stems: words, pairs: words.slice(1).map((_, at) => `+${at}`) });
    const rows = (...parts: ReturnType<typeof read>[]) => termsOf(parts, null, []).all.map((term) => term.row);
    expect(rows(read(false, "con"), read(false, "poo"))).toEqual(["('con' | '=con')", "('poo':* | '=poo')"]);
    expect(rows(read(false, "po"))).toEqual(["('po' | '=po')"]);
    expect(rows(read(false, "504"))).toEqual(["('504' | '=504')"]);
    expect(rows(read(true, "pool", "exhausted"))).toEqual(["('pool' <-> 'exhausted')"]);
    expect(rows(read(false, "retry", "v2"))).toEqual(["('retry' <-> 'v2')"]);
  });

  test("no text becomes an operator", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (word) => {
        const { row } = termsOf([{ quoted: true, words: [word], stems: [word], pairs: [] }], null, []).all[0]!;
        expect(row.startsWith("'") && row.endsWith("'")).toBe(true);
        expect(row.slice(1, -1).replace(/''|\\\\/g, "")).not.toMatch(/['\\]/);
      }),
    );
  });
});

describe("a snippet", () => {
  test("marks the words, whatever their case and accents", () => {
    expect(shown(snippetOf("Café closed; the CAFÉ is open.", new Set(["cafe"])))).toBe("[Café] closed; the [CAFÉ] is open.");
  });

  test("is about 160 characters around the first of them", () => {
    const text = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`;
    const snippet = shown(snippetOf(text, new Set(["needle"])));
    expect(snippet).toContain("[needle]");
    expect(snippet.length).toBeLessThan(175);
    expect(snippet).toMatch(/^…before .* after…$/);
  });

  test("a text that brings the marks itself is shown without them", () => {
    expect(snippetOf(`a ${OPEN_MARK}b${CLOSE_MARK} c`, new Set(["c"]))).toBe(`a b ${OPEN_MARK}c${CLOSE_MARK}`);
  });

  test("marks one East Asian character by the other", () => {
    expect(shown(snippetOf("## Pool\n~~~sql\nselect **1**\n~~~\n- the `pool` of [slots](https://a.example)", new Set(["pool"])))).toBe(
      "[Pool] select 1 the [pool] of slots",
    );
    expect(shown(snippetOf("数据库连接", new Set(["库"])))).toBe("数据[库]连接");
  });

  test("never breaks a text, and marks in pairs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 800 }), fc.nat(40), (text, at) => {
        const words = text.split(/\s+/).map(plainWord);
        const snippet = snippetOf(text, new Set([words[at % words.length]!]));
        expect(snippet).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
        expect(snippet.split(OPEN_MARK).length).toBe(snippet.split(CLOSE_MARK).length);
        expect(snippet.length).toBeLessThan(400);
      }),
    );
  });
});
