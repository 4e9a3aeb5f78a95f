import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceKey, FULL, inOrder, type Mapped, mapOf, moved, neighbour, readEvidence } from "./rules";
import { FACTOR_GROUPS } from "./words";

const factor = (id: string, group: Mapped["group"], combinesWith: string[] = [], order = 0): Mapped => ({ id, group, combinesWith, order });
const three = [factor("a", "code", ["b"]), factor("b", "infrastructure", ["a", "c"]), factor("c", "environment", ["b"])];
const any = fc.array(fc.record({ group: fc.constantFrom(...FACTOR_GROUPS), with: fc.array(fc.nat(14), { maxLength: 5 }) }), { maxLength: 15 }).map((wanted) =>
  wanted.map(({ group, with: others }, at) =>
    factor(
      `f${at}`,
      group,
      [...new Set(others)].filter((other) => other !== at).map((other) => `f${other}`),
      at,
    ),
  ),
);

describe("the combination map", () => {
  it("has three columns, and the rest below only where there is any", () => {
    expect(mapOf(three).chips.map((chip) => [chip.id, chip.left, chip.top])).toEqual([
      ["a", 0, 26],
      ["b", 35, 26],
      ["c", 70, 26],
    ]);
    expect(mapOf([]).heads.map((head) => [head.group, head.empty])).toEqual([
      ["code", true],
      ["infrastructure", true],
      ["environment", true],
    ]);
    const below = mapOf([...three, factor("d", "organisation")]);
    expect(below.heads.map((head) => head.group)).toEqual(["code", "infrastructure", "environment", "organisation"]);
    expect(below.chips.at(-1)).toMatchObject({ id: "d", left: 70, top: mapOf(three).height + 26 });
  });

  it("draws each pair once, and none to what is not there", () => {
    expect(mapOf(three).lines.map((line) => line.key)).toEqual(["a b", "b c"]);
    expect(mapOf([factor("a", "code", ["gone"])]).lines).toEqual([]);
  });

  it("never lays two chips over each other, nor anything outside", () => {
    fc.assert(
      fc.property(any, (factors) => {
        const map = mapOf(factors);
        expect(map.chips).toHaveLength(factors.length);
        expect(new Set(map.chips.map((chip) => `${chip.left} ${chip.top}`)).size).toBe(factors.length);
        for (const chip of map.chips) {
          expect(chip.left + FULL.wide).toBeLessThanOrEqual(100);
          expect(chip.top + FULL.chip).toBeLessThanOrEqual(map.height);
        }
        for (const line of map.lines) for (const number of line.d.match(/-?\d+(\.\d+)?/g)!) expect(Number(number)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is walked by arrows: every chip can be reached from every other", () => {
    expect([neighbour(mapOf(three).chips, "a", "ArrowRight"), neighbour(mapOf(three).chips, "c", "ArrowRight")]).toEqual(["b", null]);
    fc.assert(
      fc.property(any, (factors) => {
        const { chips } = mapOf(factors);
        if (chips.length === 0) return;
        const reached = new Set([chips[0]!.id]);
        for (const id of reached)
          for (const way of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const) {
            const next = neighbour(chips, id, way);
            if (next) reached.add(next);
          }
        expect(reached.size).toBe(chips.length);
      }),
    );
  });
});

it("moving makes room, as the server does", () => {
  const list = ["a", "b", "c", "d"].map((id, order) => ({ id, order }));
  const ids = (moved_: typeof list) =>
    inOrder(moved_)
      .map((one) => one.id)
      .join("");
  expect([ids(moved(list, "a", 2)), ids(moved(list, "d", 0)), ids(moved(list, "b", 99)), ids(moved(list, "x", 0))]).toEqual(["bcad", "dabc", "acdb", "abcd"]);
});

describe("evidence in an address", () => {
  const id = "0190c9a2-6d1e-7b3a-9c58-2f4f3f6f7a10";
  it.each([
    [`entry:${id}`, { kind: "entry", id }],
    [`change:${id}`, { kind: "change", id }],
    [`change:${id}:src/a.ts:12`, { kind: "change", id, file: "src/a.ts", line: 12 }],
    [`change:${id}:C:/odd:name.ts:3`, { kind: "change", id, file: "C:/odd:name.ts", line: 3 }],
    [`change:${id}:src/a.ts`, { kind: "change", id, file: "src/a.ts" }],
    ["url:https://example.org/a:b?c=d", { kind: "url", url: "https://example.org/a:b?c=d" }],
  ])("%s is read, and written back", (key, evidence) => {
    expect(readEvidence(key)).toEqual(evidence);
    expect(evidenceKey(readEvidence(key)!)).toBe(key);
  });
  it.each(["", "entry:", "entry:x", `entry:${id}:3`, "url:javascript:alert(1)", "url:ftp://x", `cause:${id}`, `change:${id}x`])("%j is none", (key) =>
    expect(readEvidence(key)).toBeNull(),
  );
});
