import { reader } from "@/lib/blameless/reader";
import { wordsIn } from "./language-corpus";
import { unnamed } from "./language-figures";
import { atMost, percentile, seen } from "./report";

const PAGE = 20_000;
const PARAGRAPH = 150;

/** A page of 20 000 words: new, again with one word more, and the one paragraph of it that a keystroke changes. */
export function speedOf(texts: readonly string[]): void {
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line.trim());
  const { check } = reader(unnamed);
  check("A first sentence that should have been read already.", "narrative");
  const page = ofWords(lines, PAGE);
  seen("speed", `a page of ${wordsIn(page)} words for the first time`, `${took(() => check(page, "narrative")).toFixed(0)} ms`);
  const again = times(9, (n) => took(() => check(page.replace(/ /, ` again${n} `), "narrative")));
  atMost("speed", "the page after the first time, one word changed", percentile(again, 0.95), 150, "ms");
  const keystrokes = times(200, (n) => {
    const from = (n * 37) % lines.length;
    const sentences = [...lines.slice(from), ...lines].map((line) => (/[.!?:]$/.test(line) ? line : `${line}.`));
    const paragraph = ofWords(sentences, PARAGRAPH).replaceAll("\n", " ");
    check(paragraph, "narrative");
    const at = paragraph.indexOf(" ", paragraph.length / 2);
    return took(() => check(`${paragraph.slice(0, at)}${n}${paragraph.slice(at)}`, "narrative"));
  });
  atMost(
    "speed",
    `a keystroke in a paragraph of ${PARAGRAPH} words, 95 of 100`,
    percentile(keystrokes, 0.95),
    5,
    "ms",
    `slowest ${Math.max(...keystrokes).toFixed(1)} ms`,
  );
}

function ofWords(lines: readonly string[], count: number): string {
  const taken: string[] = [];
  for (let words = 0, n = 0; words < count; n++) {
    const line = lines[n % lines.length] ?? "word";
    // A line that comes again is another line: what was read before is kept.
    const said = n < lines.length ? line : `${line} ${Math.floor(n / lines.length)}`;
    taken.push(said);
    words += wordsIn(said);
  }
  return taken.join("\n");
}

const times = (count: number, one: (n: number) => number) => Array.from({ length: count }, (_, n) => one(n));

function took(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
