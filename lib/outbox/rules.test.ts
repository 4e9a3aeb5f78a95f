import { expect, test } from "vitest";
import { ageOf, type Moment, newEntryId, stamped, type Unsent } from "./rules";

const at = (at: number, steady: number, page = "p"): Moment => ({ at, steady, page });

test("an age holds against clocks that are set, pages that are closed and machines that sleep", () => {
  expect(ageOf(at(1000, 10), at(61_000, 60_010))).toBe(60_000);
  // Set back by an hour meanwhile.
  expect(ageOf(at(3_600_000, 10), at(60_000, 60_010))).toBe(60_000);
  // The steady clock slept.
  expect(ageOf(at(1000, 10), at(61_000, 20))).toBe(60_000);
  // Another page: its steady clock says nothing.
  expect(ageOf(at(1000, 900_000), at(61_000, 5, "q"))).toBe(60_000);
  expect(ageOf(at(61_000, 0), at(1000, 5, "q"))).toBe(0);
  expect(ageOf(at(0, 0), at(1e12, 0))).toBe(2_592_000_000);
});

test("a time that the writer gave goes without an age, for the API takes one of the two", () => {
  const item = { id: "x", body: { kind: "note", body: "b" }, typed: at(0, 0) } as unknown as Unsent;
  expect(stamped(item, at(5, 5))).toEqual({ kind: "note", body: "b", id: "x", ageMs: 5 });
  const dated = { ...item, body: { ...item.body, occurredAt: "2026-01-01T00:00:00Z" } };
  expect(stamped(dated, at(5, 5))).not.toHaveProperty("ageMs");
});

test("ids made here are UUIDv7, in the order of their milliseconds", () => {
  const ids = [1, 2_000, 1_800_000_000_000].map((now) => newEntryId(now));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(Number.parseInt(ids[2]!.replaceAll("-", "").slice(0, 12), 16)).toBe(1_800_000_000_000);
});
