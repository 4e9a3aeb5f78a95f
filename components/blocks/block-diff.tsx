import clsx from "clsx";
import type { ReactNode } from "react";
import { lineText, parseDiff } from "../../lib/diffs/rules";
import { FILE_CHANGE_WORDS, KIND, type ParsedDiff } from "../../lib/diffs/words";
import { marksOf } from "../../lib/marks/rules";
import { Scrolled } from "../diffs/scrolled";

/** So many lines stand open, and the rest is folded where that is worth a press. On paper all stand open. */
const OPEN = 24;
const WORTH = 12;
const MOST_DRAWN = 600;

const LOOK: Record<number, string> = {
  [KIND.added]: "bg-add shadow-[inset_3px_0_var(--calm)]",
  [KIND.removed]: "bg-del shadow-[inset_3px_0_var(--danger)]",
  [KIND.hunk]: "bg-sunken text-soft",
  [KIND.note]: "text-soft italic",
};
const SIGN: Record<number, string> = { [KIND.added]: "+", [KIND.removed]: "−" };

interface Part {
  name: string;
  said: string;
  lines: number[];
}

/** A diff as a page of a book has it: file by file, all in the flow, the words that differ marked; what was cut says so. */
export function BlockDiff({ diff, href }: { diff: { text: string; cut: boolean }; href: string }) {
  const rest = (
    <a href={href} className="link">
      the whole diff
    </a>
  );
  if (!diff.text) return <p className="mt-1 text-13 text-soft">Its diff is too long to stand here: {rest}.</p>;
  const parsed = parseDiff(diff.text);
  const all = partsOf(parsed);
  const count = all.reduce((sum, { lines }) => sum + lines.length, 0);
  let left = count <= OPEN + WORTH ? count : OPEN;
  const parts = all.map((part) => {
    const open = part.lines.slice(0, left);
    left = Math.max(0, left - part.lines.length);
    return { ...part, open, folded: part.lines.slice(open.length) };
  });
  return (
    <div className="mt-2 overflow-hidden rounded-md border border-line bg-raised">
      {parts.map(({ name, said, open, folded }) => (
        <figure key={name} className="m-0 border-line border-t first:border-t-0 print:break-inside-auto">
          <figcaption className="flex flex-wrap justify-between gap-x-3 px-3 py-1 text-12 text-soft">
            <span className="isolate-text min-w-0 font-mono [overflow-wrap:anywhere]">{name}</span>
            <span className="tabular-nums">{said}</span>
          </figcaption>
          {open.length ? <Lines diff={parsed} lines={open} label={name} /> : null}
          {folded.length ? (
            <details className="border-hairline border-t">
              <summary className="link touch w-fit cursor-pointer px-3 py-1 text-12 print:hidden">
                {folded.length} {open.length ? "more " : ""}
                {folded.length === 1 ? "line" : "lines"}
              </summary>
              <Lines diff={parsed} lines={folded} label={`${name}, the rest`} />
            </details>
          ) : null}
        </figure>
      ))}
      {diff.cut ? <p className="border-line border-t px-3 py-1 text-12 text-soft">Cut here: {rest}.</p> : null}
    </div>
  );
}

/** Each file with its lines, without what its head says in words. */
function partsOf(diff: ParsedDiff): Part[] {
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.min(MOST_DRAWN, to - from) }, (_, at) => from + at).filter((n) => diff.kinds[n] !== KIND.header);
  if (diff.files.length === 0) return [{ name: "As text", said: "", lines: lines(0, diff.kinds.length) }];
  return diff.files.map((file, at) => ({
    name: file.path || `file ${at + 1}`,
    said: [FILE_CHANGE_WORDS[file.change], file.binary ? "binary" : "", file.added || file.removed ? `+${file.added} −${file.removed}` : ""]
      .filter(Boolean)
      .join(" · "),
    lines: file.binary ? [] : lines(file.from, diff.files[at + 1]?.from ?? diff.kinds.length),
  }));
}

function Lines({ diff, lines, label }: { diff: ParsedDiff; lines: readonly number[]; label: string }) {
  return (
    <Scrolled label={`Lines of ${label}`} className="overflow-x-auto font-mono text-12 leading-5 -outline-offset-2!">
      <div className="w-max min-w-full print:w-auto">
        {lines.map((n) => {
          const kind = diff.kinds[n]!;
          return (
            <div key={n} data-graphic className={clsx("flex", LOOK[kind])}>
              <span aria-hidden="true" className="w-10 shrink-0 pr-2 text-right text-faint tabular-nums select-none max-sm:hidden">
                {diff.news[n] || diff.olds[n] || ""}
              </span>
              <span className="w-4 shrink-0 pl-1.5 text-soft select-none sm:pl-0">
                <span aria-hidden="true">{SIGN[kind] ?? ""}</span>
                {SIGN[kind] ? <span className="sr-only">{kind === KIND.added ? "added " : "removed "}</span> : null}
              </span>
              <span className="whitespace-pre pr-4 print:whitespace-pre-wrap print:[overflow-wrap:anywhere]">
                <Words diff={diff} n={n} />
              </span>
            </div>
          );
        })}
      </div>
    </Scrolled>
  );
}

const MOST_CHARACTERS = 500;

function Words({ diff, n }: { diff: ParsedDiff; n: number }) {
  const text = lineText(diff, n, MOST_CHARACTERS);
  const word = diff.kinds[n] === KIND.added ? "bg-add-word" : "bg-del-word";
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marksOf(diff, n)) {
    parts.push(
      text.slice(at, from),
      <mark key={from} className={clsx("rounded-[3px] text-inherit print:underline", word)}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return <bdi>{[...parts, text.slice(at)]}</bdi>;
}
