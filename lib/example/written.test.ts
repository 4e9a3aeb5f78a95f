import { describe, expect, it } from "vitest";
import { checkDocument, stateOf, wordsIn } from "../documents/projection";
import type { DocNode } from "../documents/schema";
import { sectionsOf, textOf } from "../documents/text";
import { SECTION_WORDS, SECTIONS } from "../documents/words";
import { templateDocument } from "../documents/template";
import { HISTORY, PEOPLE } from "./history";
import { LEARNED } from "./learned/all";
import { clockAfter, declaredAt } from "./rules";
import type { IncidentKey, PersonKey } from "./schema";
import { NOT_REQUIRED, WRITTEN } from "./written/all";
import { documentOf, type Named, sectionsAt, versionsOf } from "./written/rules";
import type { ExampleWritten, WrittenReview } from "./written/schema";

const MINUTE = 60_000;
/** Moments of loading: all hours and seasons of two years. */
const LOADINGS = Array.from({ length: 620 }, (_, n) => new Date(Date.parse("2026-01-01T00:07:00Z") + n * 31 * 60 * MINUTE));

const incidents = new Map(HISTORY.map((incident) => [incident.key, incident]));
const people = new Set<string>(PEOPLE.map(({ key }) => key));
const written = Object.entries(WRITTEN) as [IncidentKey, ExampleWritten][];
const published = written.filter(([, one]) => versionsOf(one).length > 0);
const actions = new Map(Object.values(LEARNED).flatMap(({ actions = [] }) => actions.flatMap((item) => (item.key ? [[item.key, item] as const] : []))));

/** Whatever is named is noted, and has to exist. */
function names(key: IncidentKey) {
  const seen = { people: new Set<string>(), incidents: new Set<string>(), actions: new Set<string>(), minutes: new Set<number>() };
  const note = <T, V>(set: Set<T>, one: T, as: V): V => {
    set.add(one);
    return as;
  };
  const began = declaredAt(incidents.get(key)!, LOADINGS[0]!).getTime();
  const named: Named = {
    person: (person) => note(seen.people, person, { id: person, name: PEOPLE.find((one) => one.key === person)?.name ?? "" }),
    incident: (other) => note(seen.incidents, other, { ref: `INC-${HISTORY.findIndex((one) => one.key === other) + 1}`, title: other }),
    action: (action) => note(seen.actions, action, { ref: "ACT-1", title: action }),
    moment: (minute) => note(seen.minutes, minute, new Date(began + minute * MINUTE).toISOString()),
  };
  return { seen, named };
}
const docOf = (key: IncidentKey, one: ExampleWritten, n?: number) => documentOf(sectionsAt(one, n), names(key).named);
const wordsOf = (doc: DocNode) =>
  wordsIn(
    sectionsOf(doc)
      .map(({ text }) => text)
      .join("\n"),
  );
const blocksOf = (doc: DocNode) => (doc.content ?? []).flatMap((node) => (node.type === "live" ? [String(node.attrs!.kind)] : []));
const reviewsOf = (one: ExampleWritten): readonly WrittenReview[] => ("versions" in one ? one.versions.flatMap(({ reviews }) => reviews) : one.reviews);
const asksYou = (one: ExampleWritten) => ("asksYou" in one ? [one.asksYou] : []);
const writersOf = (one: ExampleWritten): readonly PersonKey[] => ("versions" in one ? one.versions.flatMap(({ writers }) => writers) : one.writers);

describe("what was written", () => {
  it("is published at least five times, once in two versions and once without an approval, and waits for its readers once", () => {
    expect(published.length).toBeGreaterThanOrEqual(5);
    expect(published.filter(([, one]) => versionsOf(one).length > 1)).toHaveLength(1);
    expect(published.filter(([, one]) => reviewsOf(one).length === 0)).toHaveLength(1);
    expect(written.filter(([, one]) => "reviews" in one)).toHaveLength(1);
    expect(Object.keys(NOT_REQUIRED)).toHaveLength(1);
    expect(Object.keys(NOT_REQUIRED).filter((key) => key in WRITTEN)).toEqual([]);
  });

  it("is by many hands, and read by others than wrote it", () => {
    expect(new Set(written.flatMap(([, one]) => [...writersOf(one)])).size).toBeGreaterThanOrEqual(8);
    for (const [key, one] of written) {
      for (const { person, askedBy } of reviewsOf(one)) {
        expect(writersOf(one), key).not.toContain(person);
        expect(people.has(person) && people.has(askedBy)).toBe(true);
      }
    }
  });

  it("says everything once, and judges nobody", () => {
    const judged =
      /human error|root cause|was caused by|should(n't| not)? have|could have (caught|seen|known|noticed)|careless|negligen|\bfault of\b|at fault|\bblam|mistake|rookie|incompeten|obviously|in hindsight|\bforgot|failed to|\bignored (the|a|our|his|her)|poor judge?ment|sloppy|stupid|who broke|more careful|\btrain people|one-off|culprit|\bhero/i;
    const lines = written.flatMap(([key, one]) =>
      textOf(docOf(key, one))
        .split("\n")
        .filter((line) => wordsIn(line) > 4),
    );
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
    for (const line of [...lines, ...Object.values(NOT_REQUIRED).map(({ reason }) => reason)]) expect(line.match(judged)?.[0], line).toBeUndefined();
  });
});

describe.each(written)("%s", (key, one) => {
  const incident = incidents.get(key)!;
  const { changes = [], factors = [], actions: items = [] } = LEARNED[key]!;

  it("is a document, and survives Yjs", () => {
    for (const n of versionsOf(one).map((_, at) => at + 1)) checkDocument(docOf(key, one, n));
    expect(stateOf(checkDocument(docOf(key, one))).byteLength).toBeGreaterThan(1000);
  });

  it("names only what exists, and minutes in which something happened", () => {
    const { seen, named } = names(key);
    documentOf(sectionsAt(one), named);
    for (const person of seen.people) expect(people).toContain(person);
    for (const action of seen.actions) expect([...actions.keys()]).toContain(action);
    for (const other of seen.incidents) {
      expect(incidents.has(other as IncidentKey) && other !== key, other).toBe(true);
      expect(incidents.get(other as IncidentKey)!.visibility).toBe("organisation");
    }
    const told = [...incident.entries, ...changes].map(({ atMin }) => atMin);
    for (const minute of seen.minutes) expect(told, `minute ${minute}`).toContain(minute);
    expect(seen.minutes.size).toBeGreaterThanOrEqual(2);
  });

  it("has figures that stand in the rows", () => {
    const digits = (text: string) => text.replace(/(?<=\d)[ ,\u00a0](?=\d{3}\b)/g, "");
    const rows = digits(JSON.stringify([incident, LEARNED[key]]));
    for (const [figure] of digits(textOf(docOf(key, one)))
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|(INC|ACT)-\d+/g, "")
      .matchAll(/\d{3,}/g))
      expect(rows, `${key}: ${figure}`).toContain(figure);
  });

  it("lies in the past whenever it is loaded, and its times follow each other", () => {
    const reviews = reviewsOf(one);
    const whens = [
      one.begun,
      ...asksYou(one).map(({ asked }) => asked),
      ...reviews.flatMap(({ asked, answered }) => [asked, ...(answered ? [answered.at] : [])]),
      ...versionsOf(one).map(({ at }) => at),
    ];
    const minutes = ([day, clock]: (typeof whens)[number], declared: Date) => (clockAfter(declared, day, clock).getTime() - declared.getTime()) / MINUTE;
    for (const now of LOADINGS) {
      const declared = declaredAt(incident, now);
      expect(Math.max(...whens.map(([day, clock]) => clockAfter(declared, day, clock).getTime()))).toBeLessThan(now.getTime());
    }
    const declared = declaredAt(incident, LOADINGS[0]!);
    const of = (when: (typeof whens)[number]) => minutes(when, declared);
    const begun = of(one.begun);
    for (const { asked, answered } of reviews) expect(begun < of(asked) && (!answered || of(asked) < of(answered.at))).toBe(true);
    let before = Math.max(begun, ...incident.entries.map(({ atMin, recordedAtMin = atMin }) => recordedAtMin), ...changes.map(({ addedAtMin }) => addedAtMin));
    for (const version of versionsOf(one)) {
      const at = of(version.at);
      expect(at).toBeGreaterThan(before);
      for (const { asked, answered } of version.reviews) expect(of(asked) < at && (!answered || of(answered.at) < at)).toBe(true);
      before = at;
    }
  });

  it("passes what is asked before publishing", () => {
    if (!versionsOf(one).length) return;
    const doc = docOf(key, one);
    expect(sectionsOf(doc).map(({ heading }) => heading)).toEqual(SECTIONS.map((section) => SECTION_WORDS[section]));
    expect(wordsOf(doc)).toBeGreaterThanOrEqual(400);
    expect(wordsOf(doc)).toBeLessThanOrEqual(1000);
    expect(blocksOf(doc)).toEqual(blocksOf(templateDocument()));
    expect(factors.length).toBeGreaterThanOrEqual(2);
    expect(items.some(({ type }) => type === "detect")).toBe(true);
    for (const { type, owner, team, title } of items) expect(type !== null && !!(owner ?? team), title).toBe(true);
  });
});
