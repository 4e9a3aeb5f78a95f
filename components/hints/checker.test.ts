import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Finding, Setting } from "../../lib/blameless/words";
import { Checker } from "./checker";
import type { FromReader, Texts, ToReader } from "./protocol";

/** A worker whose answers, and whose end, the test decides. */
class Hand {
  onmessage: ((event: { data: FromReader }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  readonly said: ToReader[] = [];
  isEnded = false;
  postMessage = (message: ToReader) => void this.said.push(message);
  terminate = () => {
    this.isEnded = true;
  };
  get last(): Texts {
    return this.said.findLast((one): one is Texts => "texts" in one)!;
  }
  answer({ number, texts } = this.last, rule = "careless") {
    this.onmessage?.({ data: { number, found: texts.map((text) => [found(text, rule)]) } });
  }
  die = () => this.onerror?.({ preventDefault: () => undefined });
}
const found = (text: string, rule: string): Finding => ({ start: 0, end: text.length, class: "judgement", rule, why: "", question: null, suggestions: [] });
const setting = (off: string[] = []): Setting => ({ names: { people: [], teams: [], systems: [] }, off, phrases: [] });

let hands: Hand[];
let checker: Checker;
const now = () => hands.at(-1)!;
const rules = (text: string) => checker.of(text, "narrative")?.map(({ rule }) => rule);

beforeEach(() => {
  vi.useFakeTimers();
  hands = [];
  checker = new Checker(() => {
    hands.push(new Hand());
    return now() as unknown as Worker;
  });
});
afterEach(() => void vi.useRealTimers());

test("nothing is read before the organisation is known, then what is wanted is", () => {
  checker.want(["one", "two"], "narrative");
  expect(hands).toEqual([]);
  checker.use(setting());
  expect(now().said[0]).toEqual({ setting: setting() });
  expect(now().last.texts).toEqual(["one", "two"]);
  expect(rules("one")).toBeUndefined();
  now().answer();
  expect([rules("one"), rules("two"), checker.of("one", "action")]).toEqual([["careless"], ["careless"], undefined]);
  expect(rules("  ")).toEqual([]);
});

test("what is known is not asked again, and what was wanted last is read next", () => {
  checker.use(setting());
  checker.want(["long".repeat(2000), "later"], "narrative");
  checker.want(["typed"], "narrative");
  checker.want(["typed", "later"], "narrative");
  const first = now().last;
  now().answer();
  expect(now().last.texts).toEqual(["typed", "later"]);
  now().answer();
  const asked = now().said.length;
  checker.want(["typed", "later", first.texts[0]!], "narrative");
  expect(now().said).toHaveLength(asked);
});

test("another setting forgets what was known, and an answer to the one before is dropped", () => {
  checker.use(setting());
  checker.want(["one"], "narrative");
  const stale = now().last;
  const { edition } = checker;
  checker.use(setting(["careless"]));
  expect(checker.edition).toBe(edition + 1);
  now().answer(stale);
  expect(rules("one")).toBeUndefined();
  expect(now().last.texts).toEqual(["one"]);
  now().answer(now().last, "rookie");
  expect(rules("one")).toEqual(["rookie"]);
  checker.use(setting(["careless"]));
  expect(rules("one")).toEqual(["rookie"]);
});

test("one that dies is started again after a pause that grows, and goes on where it stopped", () => {
  const heard = vi.fn();
  checker.subscribe(heard);
  checker.use(setting());
  checker.want(["one"], "narrative");
  now().die();
  expect([now().isEnded, checker.isThere, hands.length]).toEqual([true, false, 1]);
  checker.want(["two"], "narrative");
  vi.advanceTimersByTime(1000);
  expect(hands).toHaveLength(2);
  now().die();
  vi.advanceTimersByTime(1000);
  expect(hands).toHaveLength(2);
  vi.advanceTimersByTime(1000);
  now().answer();
  expect([rules("one"), rules("two"), checker.isThere]).toEqual([["careless"], ["careless"], true]);
  // What an ended one says late is nobody's.
  const heardOf = heard.mock.calls.length;
  hands[0]!.die();
  expect([hands[2]!.isEnded, heard.mock.calls.length]).toEqual([false, heardOf]);
});

test("a text that never ends is left unread, and the others are read", () => {
  checker.use(setting());
  checker.want(["endless".repeat(1000), "one"], "narrative");
  vi.advanceTimersByTime(20_000);
  expect(rules("endless".repeat(1000))).toEqual([]);
  vi.advanceTimersByTime(1000);
  now().answer();
  expect(rules("one")).toEqual(["careless"]);
});
