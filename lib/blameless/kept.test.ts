import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOf } from "./kept";

describe("the key of a text", () => {
  test.each([
    ["The on-call should have noticed.", "the  on-call should have\nnoticed. "],
    ["We couldn't “see” it", 'we couldn’t "see" it'],
    ["a – b…", "A - b..."],
    ["caf\u00e9", "cafe\u0301"],
  ])("%j is the one of %j", (one, other) => expect(keyOf(one)).toBe(keyOf(other)));

  test("differs where words, their order or their end differ", () => {
    const texts = ["should have", "should have.", "have should", "should  have it", "shouldhave", "", "ß", "ss", "🙂", "🙃"];
    expect(new Set(texts.map(keyOf)).size).toBe(texts.length);
  });

  test("has one shape, whatever it is given, and ten thousand sentences have as many keys", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => /^[0-9a-f]{14}$/.test(keyOf(text))));
    const many = Array.from({ length: 10_000 }, (_, n) => `Someone should have seen alert ${n}`);
    expect(new Set(many.map(keyOf)).size).toBe(many.length);
    expect(keyOf("\ud800")).toMatch(/^[0-9a-f]{14}$/);
  });

  test("is written down: rows of today are found tomorrow", () => {
    expect(keyOf("The deploy should have been canceled.")).toBe(keyOf("the deploy should have been canceled."));
    expect([keyOf(""), keyOf("should have")]).toMatchInlineSnapshot(`
      [
        "0bdcb81aee8d83",
        "02b152370bafc0",
      ]
    `);
  });
});
