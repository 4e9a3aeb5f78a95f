import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { corpusIn, densityOf, drawn } from "./language-corpus";
import { figuresOf, type Labelled, read } from "./language-figures";
import { speedOf } from "./language-speed";

/** What the hints are worth on labelled sentences and on a corpus, one line a figure. */
export function benchLanguage(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { misses: { type: "boolean" }, corpus: { type: "string" }, sample: { type: "string" }, seed: { type: "string" } },
  });
  if (!values.corpus && positionals.length === 0) throw new Error("Name a file of labelled sentences, or --corpus=FOLDER");
  const labelled = positionals.flatMap(labelledIn);
  if (labelled.length > 0) {
    const readings = labelled.map(read);
    figuresOf("all", readings);
    figuresOf(
      "without borderline",
      readings.filter(({ sentence }) => !sentence.note?.startsWith("borderline")),
    );
    if (values.misses) for (const { misses } of readings) for (const miss of misses) console.log(miss);
  }
  const corpus = values.corpus ? corpusIn(values.corpus) : [];
  if (corpus.length > 0) densityOf(corpus);
  if (values.sample) for (const line of drawn(corpus, Number(values.sample), Number(values.seed ?? 1))) console.log(line);
  speedOf(corpus.length > 0 ? corpus : labelled.map(({ text }) => text));
}

const labelledIn = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Labelled);
