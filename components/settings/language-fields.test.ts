import { describe, expect, test } from "vitest";
import { languageInput, languageValues, merged, NEW_PHRASE, type LanguageValues } from "./language-fields";

const phrase = (id: string, words = id) => ({ ...NEW_PHRASE, id, words, why: "w" });
const values = (of: Partial<LanguageValues> = {}): LanguageValues => ({ off: [], vendors: "", phrases: [], ...of });

test("what stands there is sent as it was", () => {
  const setting = {
    off: ["should-have"],
    vendors: ["Fernroute", "Blue Gate"],
    phrases: [{ id: "p1", words: "fat fingered", class: "judgement" as const, why: "w", question: null }],
  };
  expect(languageInput(languageValues(setting))).toEqual(setting);
  expect(languageInput(values({ vendors: "\n  One \n\nTwo\r\n", phrases: [{ ...NEW_PHRASE, words: "x", why: "w", question: "  " }] }))).toEqual({
    off: [],
    vendors: ["One", "Two"],
    phrases: [{ words: "x", class: "judgement", why: "w", question: null }],
  });
});

describe("two admins", () => {
  const before = values({ off: ["a", "b"], vendors: "One\nTwo", phrases: [phrase("p1"), phrase("p2"), phrase("p3"), phrase("p4")] });

  test("who changed different things both have them", () => {
    const mine = values({ off: ["a", "c"], vendors: "One\nThree", phrases: [phrase("p1", "mine"), phrase("p2"), phrase("p3"), phrase("", "new")] });
    const now = values({ off: ["a", "b", "d"], vendors: "One\nTwo\nFour", phrases: [phrase("p1"), phrase("p2", "theirs"), phrase("p4"), phrase("p5")] });
    expect(merged(before, mine, now)).toEqual({
      off: ["a", "d", "c"],
      vendors: "One\nFour\nThree",
      phrases: [phrase("p1", "mine"), phrase("p2", "theirs"), phrase("p5"), phrase("", "new")],
    });
  });

  test("of whom one took away what the other was writing lose no word of it", () => {
    const mine = values({ ...before, phrases: [phrase("p1", "mine"), phrase("p2"), phrase("p3"), phrase("p4")] });
    const now = values({ ...before, phrases: [phrase("p3")] });
    expect(merged(before, mine, now).phrases).toEqual([phrase("p3"), phrase("", "mine")]);
  });

  test("of whom one changed nothing see what the other did", () => {
    const now = values({ off: [], vendors: "Two", phrases: [phrase("p9")] });
    expect(merged(before, before, now)).toEqual(now);
    expect(merged(before, now, before)).toMatchObject({ off: [], vendors: "Two" });
  });
});
