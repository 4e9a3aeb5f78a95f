import { describe, expect, it } from "vitest";
import { lineText, parseDiff } from "../diffs/rules";
import { KIND } from "../diffs/words";
import { SHIPPED_TAGS } from "../tags/words";
import { HISTORY, PEOPLE, SERVICES, TEAMS } from "./history";
import { LEARNED } from "./learned/all";
import { ROUTINE } from "./learned/routine";
import { declaredAt, routineAt } from "./rules";
import type { ExampleChange, ExampleLearned } from "./learned/schema";
import type { IncidentKey } from "./schema";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Moments of loading: all hours and seasons of two years. */
const LOADINGS = Array.from({ length: 620 }, (_, n) => new Date(Date.parse("2026-01-01T00:07:00Z") + n * 31 * 60 * MINUTE));

const incidents = new Map(HISTORY.map((incident) => [incident.key as string, incident]));
const learned = Object.entries(LEARNED) as [IncidentKey, ExampleLearned][];
const changes = [...learned.flatMap(([, { changes = [] }]) => changes), ...ROUTINE];
const items = learned.flatMap(([, { actions = [] }]) => actions);
const factors = learned.flatMap(([, { factors = [] }]) => factors);
const tags = new Set<string>(Object.values(SHIPPED_TAGS).flat());
const known = { people: new Set(PEOPLE.map(({ key }) => key)), teams: new Set(TEAMS.map(({ key }) => key)), services: new Set(SERVICES.map(({ key }) => key)) };

/** Minutes between declaring and the earliest loading: nothing may lie beyond. */
const shortest = (key: IncidentKey) => Math.min(...LOADINGS.map((now) => (now.getTime() - declaredAt(incidents.get(key)!, now).getTime()) / MINUTE));
const writtenIn = (key: IncidentKey, { changes = [], nothing = [], factors = [], nets = [], access, actions = [] }: ExampleLearned) => [
  ...changes.flatMap(({ summary, why }) => [summary, why]),
  ...nothing.map(({ why }) => why),
  ...factors.map(({ why }) => why),
  ...nets.map(({ note }) => note ?? ""),
  access?.note ?? "",
  ...actions.flatMap(({ title, description, reason, finishTest, waits, held = [] }) => [
    title,
    waits?.why ?? "",
    description ?? "",
    reason ?? "",
    finishTest,
    ...held.map(({ note }) => note ?? `${key}: not answered`),
  ]),
];

/** Read as the app reads it, and without a complaint: the shape of each file, and the lines of its new side. */
function readDiff(text: string) {
  const diff = parseDiff(text);
  expect(diff.broken).toBeNull();
  expect([...diff.kinds].filter((kind) => kind === KIND.text || kind === KIND.note)).toEqual([]);
  return new Map(
    diff.files.map((file) => {
      const why = `${file.path} at ${file.broken?.line}`;
      expect(file.broken, why).toBeNull();
      let shift = 0;
      for (const { from, to, oldAt, newAt } of file.change === "modified" || file.change === "renamed" ? file.hunks : []) {
        expect(newAt - oldAt, why).toBe(shift);
        // As git writes it: three lines before what differs, or the file's first.
        const before = [...diff.kinds.slice(from + 1, to)].findIndex((kind) => kind !== KIND.context);
        expect(oldAt === 1 ? before <= 3 : before === 3, `${file.path} at ${oldAt}`).toBe(true);
        for (let n = from; n < to; n++) shift += Number(diff.kinds[n] === KIND.added) - Number(diff.kinds[n] === KIND.removed);
      }
      const lines = new Map<number, string>();
      for (let n = file.from; n < file.to; n++) if (diff.news[n]! > 0) lines.set(diff.news[n]!, lineText(diff, n));
      return [file.path, { shape: file.binary ? "binary" : file.change, lines }] as const;
    }),
  );
}
const diffs = changes.flatMap(({ diff }) => (diff === undefined ? [] : [readDiff(diff)]));

describe("what was found and what followed", () => {
  it("is told of nearly every incident, and is no small thing", () => {
    expect([...incidents.keys()].filter((key) => !(key in LEARNED))).toEqual(["slow-shop", "sign-in-again"]);
    expect(items.length).toBeGreaterThanOrEqual(55);
    expect(ROUTINE.length).toBeGreaterThanOrEqual(110);
    expect(diffs.length).toBeGreaterThanOrEqual(20);
    expect(new Set(learned.flatMap(([, { changes = [] }]) => changes.map(({ verdict }) => verdict)))).toEqual(
      new Set(["suspect", "contributed", "fixed", "dismissed", null]),
    );
    expect(new Set(changes.map(({ kind }) => kind)).size).toBe(9);
    expect(new Set(factors.map(({ role }) => role)).size).toBe(6);
    expect(new Set(items.map(({ status }) => status)).size).toBe(4);
    expect(new Set(items.map(({ type }) => type)).size).toBe(6);
    expect(items.some(({ owner, team }) => !owner && !team) && items.some(({ owner, team }) => !owner && team)).toBe(true);
    expect(new Set(items.flatMap(({ held = [] }) => held.map(({ answer }) => answer)))).toEqual(new Set(["fired", "held", "bypassed", "not_tested", null]));
  });

  it("says everything once, judges nobody, and names no host but example ones", () => {
    const texts = learned.flatMap(([key, found]) => writtenIn(key, found)).filter(Boolean);
    const routine = ROUTINE.map(({ summary }) => summary);
    expect([...texts, ...routine].filter((text, at, all) => all.indexOf(text) !== at)).toEqual([]);
    const judged =
      /human error|root cause|was caused by|should(n't| not)? have|careless|negligen|\bfault of\b|at fault|\bblam|mistake|incompeten|obviously|in hindsight|\bforgot|failed to|sloppy|who broke|more careful/i;
    for (const text of [...texts, ...routine]) expect(text.match(judged)?.[0], text).toBeUndefined();
    for (const [host] of JSON.stringify([LEARNED, ROUTINE]).matchAll(/https:\/\/[a-z0-9.-]+/g)) expect(host).toMatch(/^https:\/\/([a-z0-9-]+\.)*example\.com$/);
  });

  it("has diffs of every shape, whole to the last line", () => {
    const shapes = new Set(diffs.flatMap((files) => [...files.values()].map(({ shape }) => shape)));
    expect(shapes).toEqual(new Set(["modified", "added", "removed", "renamed", "binary"]));
    expect(diffs.filter((files) => files.size > 1).length).toBeGreaterThanOrEqual(8);
    const endings = new Set(diffs.flatMap((files) => [...files.keys()].map((path) => path.split(".").at(-1))));
    for (const ending of ["ts", "go", "sql", "yaml", "tf", "py", "conf", "json"]) expect(endings).toContain(ending);
  });
});

describe.each(learned)("%s", (key, { changes = [], nothing = [], factors = [], nets = [], actions = [] }) => {
  const incident = incidents.get(key)!;
  const told = new Set(incident.entries.map(({ atMin }) => atMin));
  const latest = shortest(key);

  it("names only what exists", () => {
    const by = [...changes, ...nothing, ...factors, ...nets, ...actions].map((one) => one.by);
    for (const person of [...by, ...actions.flatMap(({ owner, held = [] }) => [...(owner ? [owner] : []), ...held.map((one) => one.by)])])
      expect(known.people).toContain(person);
    for (const { team } of actions) if (team) expect(known.teams).toContain(team);
    for (const { service } of changes) if (service) expect(known.services).toContain(service);
    for (const rows of [changes, factors] as const) expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    expect(new Set(nets.map(({ net }) => net)).size).toBe(nets.length);
    for (const { net, brokeThereFirst } of nets) expect(brokeThereFirst === undefined || net === "staging").toBe(true);
  });

  it("has factors that rest on something, and combine with one another", () => {
    for (const { tag, evidence = [], combinesWith = [], key: own } of factors) {
      expect(tags).toContain(tag);
      expect(evidence.length).toBeGreaterThan(0);
      for (const other of combinesWith) expect(other !== own && factors.some((factor) => factor.key === other), `${own} and ${other}`).toBe(true);
      for (const one of evidence) {
        if ("entryAtMin" in one) expect(told, `${own} at ${one.entryAtMin}`).toContain(one.entryAtMin);
        if (!("change" in one)) continue;
        const change = changes.find((given) => given.key === one.change) as ExampleChange;
        expect(change, one.change).toBeDefined();
        if (one.file === undefined) continue;
        const file = readDiff(change.diff!).get(one.file);
        expect(file, one.file).toBeDefined();
        if (one.line !== undefined) expect(file!.lines.get(one.line)?.trim(), `${one.file}:${one.line}`).toBeTruthy();
      }
    }
  });

  it("lies in the past whenever it is loaded", () => {
    for (const { atMin, addedAtMin } of changes) expect(atMin <= addedAtMin && addedAtMin <= latest).toBe(true);
    for (const { atMin } of nothing) expect(atMin).toBeLessThanOrEqual(latest);
    for (const { madeDays, doneDays = madeDays } of actions) expect(madeDays <= doneDays && doneDays * 1440 <= latest).toBe(true);
  });

  it("has a change for each entry that it shows the diff of, and only one", () => {
    const minutes = changes.map(({ atMin }) => atMin).filter((minute) => incident.entries.some((entry) => entry.kind === "change" && entry.atMin === minute));
    expect(new Set(minutes).size).toBe(minutes.length);
  });

  it("has action items that one can finish, and that say where they stand", () => {
    for (const { title, finishTest, status, doneDays, dueDays, dueInDays, reason, factor, entryAtMin, priority, type } of actions) {
      expect(finishTest.length, title).toBeGreaterThan(20);
      expect(priority !== null && type !== null).toBe(true);
      expect(doneDays !== undefined, title).toBe(status === "done");
      expect(reason !== undefined, title).toBe(status === "wont_do");
      expect(dueDays === undefined || dueInDays === undefined).toBe(true);
      if (status === "open" || status === "in_progress") expect(dueDays, title).toBeUndefined();
      if (dueInDays !== undefined) expect(dueInDays >= -12 && dueInDays <= 40).toBe(true);
      if (factor) expect(factors.map((one) => one.key)).toContain(factor);
      if (entryAtMin !== undefined) expect(told, title).toContain(entryAtMin);
    }
  });

  it("asks whether it held of later incidents, once it was done", () => {
    for (const { title, status, doneDays, held = [] } of actions) {
      if (held.length > 0) expect(status, title).toBe("done");
      expect(new Set(held.map((one) => one.incident)).size).toBe(held.length);
      for (const { incident: later, answer, note } of held) {
        expect(answer === null || !!note, title).toBe(true);
        const days = LOADINGS.map((now) => (declaredAt(incidents.get(later)!, now).getTime() - declaredAt(incident, now).getTime()) / DAY);
        expect(Math.min(...days), `${title} by ${later}`).toBeGreaterThanOrEqual(doneDays!);
      }
    }
  });
});

describe("ordinary days", () => {
  it("are of all services and kinds, each with its own release", () => {
    expect(new Set(ROUTINE.map(({ service }) => service)).size).toBeGreaterThanOrEqual(SERVICES.length);
    expect(new Set(ROUTINE.map(({ kind }) => kind)).size).toBe(9);
    const released = ROUTINE.flatMap(({ service, kind, after }) => (kind === "deploy" && after ? [`${service} ${after}`] : []));
    expect(new Set(released).size).toBe(released.length);
  });

  it("come one after the other, and the last of them just before the fire that burns", () => {
    for (const now of LOADINGS) {
      const times = ROUTINE.map((change) => routineAt(change, now).getTime());
      expect(Math.max(...times)).toBeLessThan(now.getTime());
      expect(now.getTime() - Math.min(...times)).toBeLessThan(62 * DAY);
      const burning = incidents.get("reserving-hangs")!;
      const began = declaredAt(burning, now).getTime() + burning.startedMin! * MINUTE;
      const near = ROUTINE.filter(
        (change, n) => times[n]! < began && times[n]! >= began - DAY && ["slots", "orders", "databases", "routes"].includes(change.service ?? ""),
      );
      expect(near.length).toBeGreaterThanOrEqual(6);
    }
  });

  it("number their releases in the order of time, beside those of the incidents", () => {
    const now = new Date("2026-11-24T15:00:00Z");
    const all = [
      ...ROUTINE.map((change) => ({ ...change, at: routineAt(change, now).getTime() })),
      ...learned.flatMap(([key, { changes = [] }]) =>
        changes.map((change) => ({ ...change, at: declaredAt(incidents.get(key)!, now).getTime() + change.atMin * MINUTE })),
      ),
    ].filter(({ kind, summary }) => kind === "deploy" && !summary.includes("rolled back"));
    const numbers = new Map<string, number>();
    for (const { after = "" } of all.sort((one, other) => one.at - other.at)) {
      const [, name, number] = /^([a-z-]+)-(\d+)$/.exec(after) ?? [];
      if (!name || name === "driver-app") continue;
      expect(Number(number), after).toBeGreaterThan(numbers.get(name) ?? 0);
      numbers.set(name, Number(number));
    }
  });
});
