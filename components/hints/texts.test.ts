import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../lib/blameless/words";
import { carry, hintsOf, isKept, keptAs, sentenceAt } from "./texts";

const finding = (text: string, words: string): Finding => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, class: "judgement", rule: "careless", why: "", question: null, suggestions: [] };
};
const hintIn = (text: string, words: string) => hintsOf(text, [finding(text, words)])[0]!;
const kept = (text: string, words: string) => new Set(hintIn(text, words).keys.map((key) => keptAs("careless", key)));

describe("what was kept", () => {
  const was = kept("A careless deploy went out at noon.", "careless");

  test.each([
    ["where it stands", "A careless deploy went out at noon."],
    ["typed by another keyboard", "a Careless  deploy went out at noon."],
    ["after edits before it", "On Monday, a careless deploy went out at noon."],
    ["right before it", "Another careless deploy went out at noon."],
    ["right behind it", "A careless and late rollout went out."],
    ["with more sentences around it", "It rained. A careless deploy went out at noon. It rained on."],
  ])("stays so %s", (_, text) => expect(isKept(was, hintIn(text, text.match(/careless/i)![0]))).toBe(true));

  test.each([
    ["elsewhere", "Nobody is careless here, ever."],
    ["as a whole text", "careless"],
  ])("says nothing of the same words %s", (_, text) => expect(isKept(was, hintIn(text, "careless"))).toBe(false));

  test("of a text that is nothing else", () => {
    expect(isKept(kept("Careless", "Careless"), hintIn("careless", "careless"))).toBe(true);
    expect(isKept(new Set([keptAs("rookie", hintIn("careless", "careless").keys[0]!)]), hintIn("careless", "careless"))).toBe(false);
  });
});

describe("the sentence under the caret", () => {
  const at = (marked: string) => {
    const caret = marked.indexOf("|");
    const text = marked.replace("|", "");
    const found = sentenceAt(text, caret);
    return found && text.slice(found.start, found.end).trim();
  };
  test.each([
    ["It broke. We should have|", "We should have"],
    ["It broke|. We should have seen it.", "It broke."],
    ["It broke. We should| have seen it. Then we did.", "We should have seen it."],
    ["It broke.|", null],
    ["It broke. |", null],
    ["“It broke.”|", null],
    ["It broke. W|", "W"],
    ["At 14.02 it broke, v1.2|", "At 14.02 it broke, v1.2"],
    ["One line\nanother|", "another"],
    ["One line\n|", null],
    ["|", null],
    ["障害が発生した。次に|", "障害が発生した。次に"],
  ])("%s", (marked, expected) => expect(at(marked)).toBe(expected));

  test("holds the caret, whatever stands there", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", ".", " ", "\n", "?", "”", "\ud83d\ude00", "\u05d0")), fc.nat(), (letters, place) => {
        const text = letters.join("");
        const caret = place % (text.length + 1);
        const found = sentenceAt(text, caret);
        if (found) expect([found.start <= caret, caret <= found.end, found.end <= text.length]).toEqual([true, true, true]);
      }),
    );
  });
});

test("hints stay on their words over an edit, and go with them", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), fc.nat(), (around, gone, put, place) => {
      const before = `${around.slice(0, 7)}${gone} careless ${around.slice(7)}`;
      const at = place % before.length;
      const after = before.slice(0, at) + put + before.slice(at + gone.length);
      for (const hint of carry([hintIn(before, "careless")], before, after)) expect(after.slice(hint.start, hint.end)).toBe(hint.words);
    }),
  );
});
