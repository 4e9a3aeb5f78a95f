import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reader } from "../reader";
import { HINT_CLASSES, type HintClass, type TextKind } from "../words";

/**
 * Sentences that people wrote and labelled who had not seen the rules: half would be asked about, half only look so. Rules were mended after
 * them, so they show what must not get worse; how well the rules do with new ones is asked of others (`npm run bench:language -- FILE`).
 */
interface Labelled {
  id: string;
  kind: TextKind;
  text: string;
  findings: { start: number; end: number; class: HintClass }[];
}

const folder = join(import.meta.dirname, "labelled");
const all = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Labelled),
);
const { check } = reader({ names: { people: [], teams: [], systems: [] }, off: [], phrases: [] });
const read = all.map((one) => ({ ...one, found: check(one.text, one.kind) }));

test("a sentence is asked about where people asked, and left in peace where they did", () => {
  expect(all.length).toBeGreaterThan(1000);
  const wrong = read.filter(({ found, findings }) => found.length > 0 && findings.length === 0);
  const missed = read.filter(({ found, findings }) => found.length === 0 && findings.length > 0);
  const wanted = all.filter(({ findings }) => findings.length > 0).length;
  expect(wrong.map(({ id }) => id).length / wanted).toBeLessThan(0.02);
  expect(missed.map(({ id }) => id).length / wanted).toBeLessThan(0.1);
});

test.each(HINT_CLASSES)("%s is found on its words", (of) => {
  const wanted = read.filter(({ findings }) => findings.some((one) => one.class === of));
  const found = wanted.filter((one) =>
    one.findings.some((label) => label.class === of && one.found.some((hint) => hint.class === of && hint.start < label.end && label.start < hint.end)),
  );
  expect(found.length / wanted.length).toBeGreaterThan(0.75);
});
