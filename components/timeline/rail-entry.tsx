import clsx from "clsx";
import type { ReactNode } from "react";
import { entryAnchor } from "../../lib/paths";
import type { EntryKind } from "../../lib/timeline/words";
import type { RailPhase } from "./rail";
import { RailClock, type RailClockProps } from "./rail-clock";
import { RailGlyph } from "./rail-glyph";
import { type Sending, RailSending } from "./rail-sending";

interface Props extends RailClockProps {
  id: string;
  kind: EntryKind;
  phase?: RailPhase;
  starred?: boolean;
  /** Who wrote it, and what else is said in the small line under it: "decision", "edited", a source. */
  by?: ReactNode;
  meta?: readonly ReactNode[];
  /** Where it stands on its way to the server; left out, it has arrived. */
  sending?: Sending;
  onRetry?: () => void;
  onDiscard?: () => void;
  /** It has just come: it settles in. */
  fresh?: boolean;
  /** It is the one that a link leads to. */
  current?: boolean;
  /** Icon buttons, seen on hover and focus (always, under a thumb). */
  actions?: ReactNode;
  /** Its body: Markdown, or one of `RailLater`, `RailTheory`, `RailTombstone`, `RailRedacted`. */
  children: ReactNode;
  gone?: boolean;
}

/** One thing that happened. The row is an article of the list, and its anchor is what links lead to. */
export function RailEntry({
  id,
  kind,
  phase = null,
  starred,
  by,
  meta = [],
  sending,
  onRetry,
  onDiscard,
  fresh,
  current,
  actions,
  children,
  gone,
  ...time
}: Props) {
  const said = [
    by ? (
      <b key="by" className="font-[550] text-ink isolate-text">
        {by}
      </b>
    ) : null,
    ...meta,
  ].filter(Boolean);
  return (
    <li
      id={entryAnchor(id)}
      data-row
      data-phase={phase ?? undefined}
      className={clsx(
        "rail-row group scroll-mt-24 py-2 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]",
        "after:absolute after:inset-0 after:-z-1 after:rounded-md after:transition-colors after:duration-700",
        (current || undefined) && "after:bg-accent-wash",
        "target:after:bg-accent-wash",
        fresh && "animate-settle",
      )}
    >
      <RailClock {...time} />
      <RailGlyph mark={sending ? "waiting" : gone ? "gone" : kind} starred={starred && !gone} />
      <article className="min-w-0">
        <div className={clsx(sending && sending !== "refused" && "text-soft")}>{children}</div>
        {said.length || actions ? (
          <p className={clsx("text-13 text-soft not-empty:mt-0.5", actions && "pointer-coarse:min-h-5 pointer-coarse:pr-20")}>
            {said.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line of words, drawn anew as a whole
              <span key={at}>
                {at ? <span aria-hidden="true"> · </span> : null}
                {one}
              </span>
            ))}
          </p>
        ) : null}
        {sending ? <RailSending state={sending} onRetry={onRetry} onDiscard={onDiscard} /> : null}
      </article>
      {actions ? (
        <div
          data-no-print
          className="absolute top-1 right-0 z-2 flex rounded-md border border-line bg-raised p-0.5 opacity-0 transition-opacity focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:top-auto pointer-coarse:bottom-1 pointer-coarse:border-0 pointer-coarse:bg-transparent pointer-coarse:opacity-100"
        >
          {actions}
        </div>
      ) : null}
    </li>
  );
}
