import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phraseProblem, phrasesIn } from "./phrases";

const phrase = (words: string) => ({ id: words, words, class: "judgement" as const, why: "It is a kind of person.", question: null });
const said = (words: string, text: string) => phrasesIn([phrase(words)])(text).map(({ start, end }) => text.slice(start, end));

describe("a phrase is refused with the reason", () => {
  test.each([
    ["", "words"],
    ["   ", "words"],
    ["(a+)+$", "("],
    ["[a-z]", "["],
    ["a|b", "|"],
    ["\\d", "\\"],
    ["a{3}", "{"],
    ["the .* team", ".*"],
    ["^the team", "^"],
    ["x".repeat(201), "200"],
    ["one two three four five six seven eight nine ten eleven twelve thirteen", "12"],
    ["*", "star"],
    ["* * *", "star"],
    ["* team", "star"],
    ["the *", "star"],
    ["cow*", "star"],
    ["a b", "letters"],
    ["12 34", "letters"],
    ["well, yes", "punctuation"],
    ["two\nlines", "one line"],
    ["half \ud800", "one line"],
  ])("%j", (words, reason) => {
    expect(phraseProblem(words)).toContain(reason);
  });

  test.each([
    "the backend cowboys",
    "cowboy",
    "the * cowboys",
    "shouldn’t have",
    "@lena did it",
    "Schnellschuss",
    "うっかりミス",
    "on-call hero",
    "rule 7 again",
  ])("%s is taken", (words) => {
    expect(phraseProblem(words)).toBeNull();
  });
});

describe("a phrase is found", () => {
  test("by whole words, in any case, with either apostrophe", () => {
    expect(said("cowboy", "A Cowboy came, and cowboys too.")).toEqual(["Cowboy"]);
    expect(said("shouldn't push", "They SHOULDN’T push.")).toEqual(["SHOULDN’T push"]);
  });
  test("with a star for one word, not for none and not for two", () => {
    expect(said("the * cowboys", "the cowboys, the old cowboys, the very old cowboys")).toEqual(["the old cowboys"]);
  });
  test("not over the end of a sentence or a line", () => {
    expect(said("the team again", "It was the team. Again it broke.\nthe team\nagain")).toEqual([]);
    expect(said("the team again", "the team, again")).toEqual(["the team, again"]);
  });
  test("at the right place behind letters whose lower case is longer", () => {
    expect(said("cowboy", "İİİ cowboy")).toEqual(["cowboy"]);
  });
  test("not at all where it is refused", () => {
    expect(said("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaa!")).toEqual([]);
  });
});

test("what is taken is found in itself", () => {
  const word = fc.stringMatching(/^[a-zé]{3,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const all = words.join(" ");
      expect(phraseProblem(all)).toBeNull();
      expect(said(all, `x1 ${all} y2`)).toContain(all);
    }),
  );
});

test("a text without end is no trouble for many phrases", () => {
  const many = Array.from({ length: 200 }, (_, n) => phrase(`aaa ${"* ".repeat(10)}b${n}bb`));
  expect(phrasesIn(many)("aaa ".repeat(25_000))).toEqual([]);
});
