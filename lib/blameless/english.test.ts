import { execFileSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { EXAMPLES } from "./examples/all";
import { wordsOf } from "./english";

test("compromise in parts reads as the whole does", () => {
  const sentences = Object.values(EXAMPLES).flatMap(({ fires, not }) => [...fires, ...not]);
  // In a process of its own: all of compromise's parts hang on one object.
  const whole = `import nlp from "compromise/two";
    const all = JSON.parse(process.argv[1]).map((said) => { const view = nlp(said); view.compute("root"); return view.document.flat().map((one) => [one.text, one.implicit ?? null, one.root ?? null, ...one.tags]); });
    process.stdout.write(JSON.stringify(all));`;
  const read = execFileSync(process.execPath, ["--input-type=module", "-e", whole, JSON.stringify(sentences)], { maxBuffer: 50_000_000 });
  expect(sentences.map((said) => wordsOf(said).map((one) => [one.text, one.implicit ?? null, one.root ?? null, ...one.tags]))).toEqual(
    JSON.parse(read.toString()),
  );
});

test("nothing is said to the console", () => {
  const warn = vi.spyOn(console, "warn");
  wordsOf("We shouldn't've told Ana's team, and @lena.k didn't ask.");
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
}, 60_000);
