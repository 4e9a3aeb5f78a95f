import { execFileSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { HASTY } from "./contracted";
import { EXAMPLES } from "./examples/all";
import { wordsOf } from "./english";

type Read = [text: string, implicit: string | null, root: string | null, tags: string[]][];

/** Names of these kinds are not known here (scripts/lib/generate.mjs), and a name changes how its neighbours are read. */
const LEFT_OUT = new Set([
  "City",
  "Place",
  "Country",
  "Region",
  "SportsTeam",
  "Demonym",
  "Currency",
  "Organization",
  "LastName",
  "Expression",
  "Unit",
  "Money",
  "Fraction",
]);

test("compromise in parts reads as the whole does, but for names of places and companies", () => {
  // Nor does the whole know all contractions without their apostrophe.
  const isHasty = (said: string) => said.split(/\W+/).some((word) => HASTY.has(word.toLowerCase()));
  const sentences = Object.values(EXAMPLES).flatMap(({ fires, not }) => [...fires, ...not].filter((said) => !isHasty(said)));
  // In a process of its own: all of compromise's parts hang on one object.
  const whole = `import nlp from "compromise/two";
    const all = JSON.parse(process.argv[1]).map((said) => { const view = nlp(said); view.compute("root"); return view.document.flat().map((one) => [one.text, one.implicit ?? null, one.root ?? null, [...one.tags]]); });
    process.stdout.write(JSON.stringify(all));`;
  const read = execFileSync(process.execPath, ["--input-type=module", "-e", whole, JSON.stringify(sentences)], { maxBuffer: 50_000_000 });
  const theirs = JSON.parse(read.toString()) as Read[];
  const hasName = (words: Read) => words.some(([, , , tags]) => tags.some((tag) => LEFT_OUT.has(tag)));
  const alike = sentences.filter((_, at) => !hasName(theirs[at]!));
  expect(alike.length).toBeGreaterThan(sentences.length * 0.9);
  const ours = alike.map((said): Read => wordsOf(said).map((one) => [one.text, one.implicit ?? null, one.root ?? null, [...one.tags]]));
  expect(ours).toEqual(theirs.filter((words) => !hasName(words)));
}, 60_000);

test("nothing is said to the console", () => {
  const warn = vi.spyOn(console, "warn");
  wordsOf("We shouldn't've told Ana's team, and @lena.k didn't ask.");
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
