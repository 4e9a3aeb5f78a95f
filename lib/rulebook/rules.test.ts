import { describe, expect, test } from "vitest";
import { toldRules, tellsOf } from "./rules";

const shipped = toldRules({ off: [], phrases: [] });
const phrase = { id: "0192f0c1-0000-7000-8000-000000000000", words: "asleep at * wheel", class: "judgement" as const, why: "It weighs", question: null };

describe("what is told of a rule", () => {
  test.each(shipped)("$id has a reason in a sentence, a source, and an address of its own", (rule) => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.why).toMatch(/^[^a-z].*[.?!]$/);
    expect(rule.question ?? "Whose?").toMatch(/\?$/);
    expect(rule.source).toBeTruthy();
    expect(shipped.filter(({ id }) => id === rule.id)).toEqual([rule]);
  });

  test.each(shipped)("$id marks whole words in its sentences", ({ fires }) => {
    for (const { text, spans } of fires) for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/^\S.*\S$/);
  });
});

test("what is off and what was added here says so", () => {
  const [first] = shipped;
  const rules = toldRules({ off: [first!.id, "of-an-older-edition"], phrases: [phrase] });
  expect(rules.filter(({ off }) => off).map(({ id }) => id)).toEqual([first!.id]);
  expect(rules.at(-1)).toMatchObject({ id: phrase.id, name: "asleep at * wheel", own: true, off: false, source: null });
  expect(toldRules({ off: [], phrases: [] })).toEqual(shipped);
});

test("a rule is found by its name, its reason, its source or a sentence, each word of it", () => {
  const [rule] = shipped;
  for (const asked of ["", rule!.id, rule!.name.toUpperCase(), rule!.why.slice(0, 12), rule!.source!.split(" ")[0]!, rule!.fires[0]!.text])
    expect(tellsOf(rule!, asked)).toBe(true);
  expect(tellsOf(rule!, `${rule!.name} quokka`)).toBe(false);
});
