import clsx from "clsx";
import { memo, type ReactNode } from "react";
import { lineLength, lineText } from "../../lib/diffs/rules";
import { KIND, type ParsedDiff } from "../../lib/diffs/words";
import { marksOf } from "../../lib/marks/rules";
import { LINE, MOST_DRAWN } from "./segments";

export const lineAnchor = (n: number) => `L${n + 1}`;

interface Props {
  diff: ParsedDiff;
  n: number;
  top: number;
  current: boolean;
  /** Where it is shown a second time on a page: its id there, and where its number leads. */
  id?: string;
  href?: string;
  children?: ReactNode;
}

const LOOK: Record<number, string> = {
  [KIND.added]: "bg-add shadow-[inset_3px_0_var(--calm)]",
  [KIND.removed]: "bg-del shadow-[inset_3px_0_var(--danger)]",
  [KIND.hunk]: "bg-sunken text-soft",
  [KIND.note]: "text-soft italic",
};
const SIGN: Record<number, string> = { [KIND.added]: "+", [KIND.removed]: "−" };

/** One line: its numbers on both sides, its sign, its words. Its number is its address; arrows come to it, and Tab passes by. */
export const DiffLine = memo(function DiffLine({ diff, n, top, current, id = lineAnchor(n), href = `#${lineAnchor(n)}`, children }: Props) {
  const kind = diff.kinds[n]!;
  const [old, fresh] = [diff.olds[n]!, diff.news[n]!];
  const label = kind === KIND.added ? `Line ${fresh}, added` : kind === KIND.removed ? `Line ${old}, removed` : kind === KIND.hunk ? "Hunk" : `Line ${n + 1}`;
  return (
    <div
      id={id}
      data-line={n}
      className={clsx(
        "group absolute right-0 left-0 flex",
        LOOK[kind],
        current && "after:pointer-events-none after:absolute after:inset-0 after:z-1 after:border-2 after:border-accent",
      )}
      style={{ top, height: LINE }}
    >
      <a
        href={href}
        aria-label={label}
        tabIndex={-1}
        className={clsx(
          "sticky left-[3px] z-1 ml-[3px] grid w-20 shrink-0 grid-cols-2 gap-1 pr-2 text-right text-faint tabular-nums select-none hover:text-ink max-sm:w-11 max-sm:grid-cols-1",
          kind === KIND.added ? "bg-add" : kind === KIND.removed ? "bg-del" : kind === KIND.hunk ? "bg-sunken" : "bg-raised",
        )}
      >
        <span className="max-sm:hidden">{old || ""}</span>
        <span>{fresh || (old ? <span className="sm:hidden">{old}</span> : kind === KIND.text ? n + 1 : "")}</span>
      </a>
      <span aria-hidden="true" className="w-4 shrink-0 select-none text-soft">
        {SIGN[kind] ?? ""}
      </span>
      <span className="whitespace-pre pr-4">
        <Words diff={diff} n={n} />
      </span>
      {children}
    </div>
  );
});

/** The words, those that differ marked. Of a line without end its beginning is drawn. */
function Words({ diff, n }: { diff: ParsedDiff; n: number }) {
  const text = lineText(diff, n, MOST_DRAWN);
  const more = lineLength(diff, n) - MOST_DRAWN;
  const kind = diff.kinds[n]!;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marksOf(diff, n)) {
    parts.push(
      text.slice(at, from),
      <mark key={from} className={clsx("rounded-[3px] text-inherit", kind === KIND.added ? "bg-add-word" : "bg-del-word")}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return (
    <bdi>
      {parts}
      {more > 4 ? <span className="text-soft italic"> … and {more.toLocaleString("en")} more characters</span> : null}
    </bdi>
  );
}
