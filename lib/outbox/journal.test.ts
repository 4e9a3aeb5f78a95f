import { expect, test } from "vitest";
import { Journal } from "./journal";
import type { Unsent } from "./rules";

class Disk extends Map<string, string> {
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
  key = (at: number) => [...this.keys()][at] ?? null;
  get length() {
    return this.size;
  }
}
const item = (id: string, at: number, steady = 0) => ({ id, personId: "ana", body: { body: id }, typed: { at, steady, page: "p" } }) as unknown as Unsent;

test("what was jotted down and not struck out is found by the next page, in the order typed", () => {
  const disk = new Disk([["candor.draft.ana.room", '"no entry"']]);
  const journal = new Journal(() => disk);
  for (const one of [item("c", 2), item("a", 1), item("b", 1, 5)]) expect(journal.jot(one)).toBe(true);
  journal.strike("c");
  expect(new Journal(() => disk).left().map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a browser that keeps nothing, or keeps nonsense, does no harm", () => {
  const forbidden = new Journal(() => {
    throw new Error("SecurityError");
  });
  expect(forbidden.jot(item("a", 1))).toBe(false);
  forbidden.strike("a");
  expect(forbidden.left()).toEqual([]);
  expect(new Journal(() => new Disk([["candor.unsent.x", "{"]])).left()).toEqual([]);
});
