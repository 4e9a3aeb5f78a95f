import { beforeEach, expect, test, vi } from "vitest";
import { Drafts, draftKey } from "./drafts";

class Disk extends Map<string, string> {
  full = false;
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => {
    if (this.full) throw new Error("QuotaExceededError");
    this.set(key, value);
  };
  removeItem = (key: string) => void this.delete(key);
}

let disk: Disk;
const key = draftKey("ana", "room INC-1");
beforeEach(() => {
  vi.useFakeTimers();
  disk = new Disk();
});

test("what is typed is there after a reload, also when the page goes in the middle of a word", () => {
  const before = new Drafts(() => disk);
  before.set(key, "Pool is fu");
  before.set(key, "Pool is full");
  expect(new Drafts(() => disk).get(key)).toBeUndefined();
  before.save();
  expect(new Drafts(() => disk).get(key)).toBe("Pool is full");
  before.set(key, { title: "A form", services: [] });
  vi.advanceTimersByTime(300);
  expect(new Drafts(() => disk).get(key)).toEqual({ title: "A form", services: [] });
});

test("sending clears it at once", () => {
  const drafts = new Drafts(() => disk);
  drafts.set(key, "sent");
  vi.advanceTimersByTime(300);
  drafts.set(key, undefined);
  expect(disk.size).toBe(0);
});

test("each place and each person has their own, and only they are told", () => {
  const drafts = new Drafts(() => disk);
  const told = vi.fn();
  const leave = drafts.watch(key, told);
  drafts.set(draftKey("ben", "room INC-1"), "Ben's");
  drafts.set(draftKey("ana", "declare"), "Ana's");
  expect(told).not.toHaveBeenCalled();
  drafts.set(key, "here");
  drafts.set(key, "here");
  expect(told).toHaveBeenCalledTimes(1);
  leave();
});

test("a disk that is full or forbidden costs nothing but the reload", () => {
  const drafts = new Drafts(() => disk);
  disk.full = true;
  drafts.set(key, "held");
  drafts.save();
  expect(drafts.get(key)).toBe("held");
  disk.full = false;
  disk.set(`candor.draft.${key}`, "{not json");
  expect(new Drafts(() => disk).get(key)).toBeUndefined();
  const forbidden = new Drafts(() => {
    throw new Error("SecurityError");
  });
  forbidden.set(key, "held");
  forbidden.save();
  expect(forbidden.get(key)).toBe("held");
});
