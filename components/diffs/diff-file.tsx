import { ChevronRight } from "lucide-react";
import { memo, type ReactNode, useMemo } from "react";
import { type DiffFile as File, FILE_CHANGE_WORDS, type ParsedDiff } from "../../lib/diffs/words";
import { Badge } from "../ui/badge";
import { DiffLine } from "./diff-line";
import { Scrolled } from "./scrolled";
import { HEAD, LINE, type Segment, topOfLine, widthOf } from "./segments";

interface Props {
  diff: ParsedDiff;
  segment: Segment;
  /** The window, in the pixels of the whole. */
  from: number;
  to: number;
  current: number | null;
  tools: (n: number) => ReactNode;
  onToggle: (key: string) => void;
}

/** A file: its name and what became of it in words, and those of its lines that are in the window. */
export const DiffFile = memo(function DiffFile({ diff, segment, from, to, current, tools, onToggle }: Props) {
  const { file, open, why } = segment;
  const width = useMemo(() => (open ? widthOf(diff, segment) : 0), [diff, segment, open]);
  const start = topOfLine(segment, segment.from);
  const first = Math.max(segment.from, segment.from + Math.floor((from - start) / LINE));
  const last = Math.min(segment.to, segment.from + Math.ceil((to - start) / LINE));
  const lines = open ? Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at) : [];
  const name = file ? file.path || "a file without a name" : diff.files.length ? "Before the first file" : "The text as it came";
  return (
    <section
      aria-label={name}
      className="absolute right-0 left-0 overflow-hidden rounded-md border border-line bg-raised"
      style={{ top: segment.top, height: segment.height }}
    >
      <h3 style={{ height: HEAD - 2 }}>
        <button
          type="button"
          data-file={segment.key}
          aria-expanded={open}
          onClick={() => onToggle(segment.key)}
          className="flex h-full w-full min-w-0 items-center gap-2 px-3 text-left text-13 -outline-offset-2! hover:bg-hover"
        >
          <ChevronRight aria-hidden="true" className={`size-4 shrink-0 text-soft transition-transform ${open ? "rotate-90" : ""}`} />
          <span className="isolate-text min-w-0 truncate font-mono">
            {file && file.oldPath !== file.path && file.oldPath ? <span className="text-soft">{file.oldPath} → </span> : null}
            {name}
          </span>
          {file ? <Said file={file} /> : null}
        </button>
      </h3>
      {open ? (
        <>
          {why ? <p className="flex h-8 items-center truncate border-hairline border-t bg-caution-wash px-3 text-13 text-caution">{why}</p> : null}
          {segment.to === segment.from ? (
            <p className="border-hairline border-t px-3 py-1 text-13 text-soft">
              {file?.binary ? "A binary file: there are no lines to show." : "No line of it changed."}
            </p>
          ) : (
            <Scrolled label={`Lines of ${name}`} segment={segment.key} className="border-hairline border-t">
              <div className="relative min-w-full" style={{ height: (segment.to - segment.from) * LINE, width: `calc(${width}ch + 7.5rem)` }}>
                {lines.map((n) => (
                  <DiffLine key={n} diff={diff} n={n} top={(n - segment.from) * LINE} current={current === n}>
                    {current === n ? tools(n) : null}
                  </DiffLine>
                ))}
              </div>
            </Scrolled>
          )}
        </>
      ) : null}
    </section>
  );
});

/** "new file · binary · +14 −6". */
function Said({ file }: { file: File }) {
  const words = [FILE_CHANGE_WORDS[file.change], file.binary ? "binary" : "", file.modes ? `mode ${file.modes.join(" → ")}` : ""].filter(Boolean);
  return (
    <span className="ml-auto flex shrink-0 items-center gap-2">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
      {file.added || file.removed ? (
        <span className="text-soft tabular-nums">
          <span className="text-calm">+{file.added}</span> <span className="text-danger">−{file.removed}</span>
        </span>
      ) : null}
    </span>
  );
}
