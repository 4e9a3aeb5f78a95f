import { reader } from "@/lib/blameless/reader";
import { type Finding, HINT_CLASSES, type HintClass, type TextKind } from "@/lib/blameless/words";
import { atLeast } from "./report";

export interface Labelled {
  id: string;
  kind: TextKind;
  text: string;
  findings: { start: number; end: number; class: HintClass }[];
  note?: string;
}

interface Reading {
  sentence: Labelled;
  found: Finding[];
  misses: string[];
}

/** Nobody's names are known here: what a person is must be read off the sentence. */
export const unnamed = { names: { people: [], teams: [], systems: [] }, off: [], phrases: [] };

const overlaps = (one: { start: number; end: number }, two: { start: number; end: number }) => one.start < two.end && two.start < one.end;

/** A span that was wanted counts as found when a finding of its class overlaps it. */
const hasFound = ({ sentence, found }: Reading, of: HintClass) =>
  sentence.findings.some((wanted) => wanted.class === of && found.some((each) => each.class === of && overlaps(each, wanted)));
const wants = ({ sentence }: Reading, of: HintClass) => sentence.findings.some((each) => each.class === of);
const gives = ({ found }: Reading, of: HintClass) => found.some((each) => each.class === of);

export function read(sentence: Labelled): Reading {
  const reading: Reading = { sentence, found: reader(unnamed).check(sentence.text, sentence.kind), misses: [] };
  const { found } = reading;
  const wanted = sentence.findings;
  const isRight =
    wanted.length > 0 === found.length > 0 && HINT_CLASSES.every((of) => (wants(reading, of) || gives(reading, of) ? hasFound(reading, of) : true));
  const said = (all: readonly { start: number; end: number; class: HintClass }[], rule: (at: number) => string) =>
    all.map((each, at) => `${each.class}${rule(at)} “${sentence.text.slice(each.start, each.end)}”`).join("; ") || "nothing";
  if (!isRight)
    reading.misses.push(
      `${sentence.id} (${sentence.kind}) ${sentence.text}\n    labelled ${said(wanted, () => "")}\n    read     ${said(found, (at) => `/${found[at]?.rule}`)}`,
    );
  return reading;
}

const share = (some: number, all: number) => (all === 0 ? 1 : some / all);

export function figuresOf(name: string, readings: readonly Reading[]): void {
  const part = `hints, ${name}`;
  const both = readings.filter(({ sentence, found }) => sentence.findings.length > 0 && found.length > 0).length;
  const precision = share(both, readings.filter(({ found }) => found.length > 0).length);
  const recall = share(both, readings.filter(({ sentence }) => sentence.findings.length > 0).length);
  const among = `of ${readings.length} sentences`;
  atLeast(part, `${part}: F1`, share(2 * precision * recall, precision + recall), 0.9, "", among);
  atLeast(part, `${part}: precision`, precision, 0.92, "", among);
  atLeast(part, `${part}: recall`, recall, 0.75, "", among);
  for (const of of HINT_CLASSES) {
    const right = readings.filter((each) => hasFound(each, of)).length;
    const wanted = readings.filter((each) => wants(each, of)).length;
    const given = readings.filter((each) => gives(each, of)).length;
    atLeast(
      part,
      `${part}: recall of ${of}`,
      share(right, wanted),
      0.75,
      "",
      `precision ${share(right, given).toFixed(2)}, ${right} of ${wanted} found, ${given} given`,
    );
  }
}
