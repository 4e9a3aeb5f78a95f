import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fewOf } from "@/lib/blameless/few";
import { reader } from "@/lib/blameless/reader";
import { HINT_CLASSES } from "@/lib/blameless/words";
import { unnamed } from "./language-figures";
import { seen } from "./report";

/** The bodies of the Markdown files in a folder and in those within, without their front matter. */
export const corpusIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !name.endsWith("README.md"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/^---\n[\s\S]*?\n---\n/, ""));

export const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

const shownIn = (text: string) => fewOf(text, reader(unnamed).check(text, "narrative"));

export function densityOf(texts: readonly string[]): void {
  const words = texts.reduce((sum, text) => sum + wordsIn(text), 0);
  const found = texts.flatMap(shownIn);
  const perThousand = (count: number) => `${((count / words) * 1000).toFixed(2)} in 1 000 words (${count})`;
  seen("corpus", `corpus of ${words} words: hints`, perThousand(found.length));
  for (const of of HINT_CLASSES) seen("corpus", `corpus: ${of}`, perThousand(found.filter((each) => each.class === of).length));
}

/** So many findings drawn at random, each in its sentence; the same seed draws the same. */
export function drawn(texts: readonly string[], count: number, seed: number): string[] {
  const all = texts.flatMap((text) => shownIn(text).map((each) => ({ ...each, text })));
  const random = randomFrom(seed);
  const taken: string[] = [];
  while (taken.length < count && all.length > 0) {
    const [one] = all.splice(Math.floor(random() * all.length), 1);
    if (!one) break;
    const around = (from: number, to: number) => one.text.slice(from, to).replace(/\s+/g, " ");
    const from = Math.max(one.text.lastIndexOf("\n", one.start) + 1, one.start - 160);
    const ends = one.text.indexOf("\n", one.end);
    const to = Math.min(ends < 0 ? one.text.length : ends, one.end + 120);
    taken.push(`${taken.length + 1}. ${one.class}/${one.rule}: ${around(from, one.start)}[[${around(one.start, one.end)}]]${around(one.end, to)}`);
  }
  return taken;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
