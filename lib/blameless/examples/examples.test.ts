import { describe, expect, test } from "vitest";
import { CATALOG } from "../catalog";
import { reader } from "../reader";
import { EXAMPLES } from "./all";

const { check } = reader({ names: { people: [], teams: [], systems: [] }, off: [], phrases: [] });
const kindOf = new Map(CATALOG.map((rule) => [rule.id, rule.class === "weak_action" ? ("action" as const) : ("narrative" as const)]));

describe.each(Object.entries(EXAMPLES))("%s", (rule, { fires, not }) => {
  const kind = kindOf.get(rule) ?? "narrative";
  test.each(fires)("speaks to: %s", (sentence) => {
    expect(check(sentence, kind).map((found) => found.rule)).toContain(rule);
  });
  test.each(not)("leaves in peace: %s", (sentence) => {
    expect(check(sentence, kind).map((found) => `${found.rule}: ${sentence.slice(found.start, found.end)}`)).toEqual([]);
  });
});

test("every rule has sentences of both sorts, and every sentence a rule", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(CATALOG.map(({ id }) => id).sort());
  const all = Object.values(EXAMPLES);
  expect(all.filter(({ fires, not }) => fires.length === 0 || not.length === 0)).toEqual([]);
  expect(all.flatMap(({ fires, not }) => [...fires, ...not]).length).toBeGreaterThanOrEqual(300);
});

test("what may stand in the place of a span reads as a sentence, and is not spoken to again for the same", () => {
  for (const { fires } of Object.values(EXAMPLES))
    for (const sentence of fires)
      for (const { start, end, suggestions, rule } of check(sentence, "narrative"))
        for (const instead of suggestions) {
          const mended = sentence.slice(0, start) + instead + sentence.slice(end);
          expect(mended).not.toMatch(/ {2}|^ | [.,;:]/);
          expect(mended).not.toMatch(/^[a-z].*[A-Z]?/.test(sentence) ? /^$/ : /^[a-z]/);
          expect(check(mended, "narrative").filter((found) => found.rule === rule && found.start === start)).toEqual([]);
        }
});
