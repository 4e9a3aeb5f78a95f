import clsx from "clsx";
import type { ReactNode } from "react";
import { type EntryKind, KIND_WORDS } from "../../lib/timeline/words";

/** One shape a kind, hollow for what was seen and said, filled for what was decided and done. */
const SHAPES: Record<EntryKind, ReactNode> = {
  note: <circle cx="7" cy="7" r="3.6" />,
  evidence: <rect x="3.4" y="3.4" width="7.2" height="7.2" rx="0.8" />,
  hypothesis: <rect x="3.2" y="3.2" width="7.6" height="7.6" rx="2.2" strokeDasharray="2.2 1.5" />,
  change: <path d="M7 2.2 11.8 7 7 11.8 2.2 7Z" strokeLinejoin="round" />,
  alert: <path d="M7 2.6 12 11H2Z" strokeLinejoin="round" />,
  impact: <path d="M7 2.6 12 11H2Z" strokeLinejoin="round" fill="currentColor" />,
  decision: <circle cx="7" cy="7" r="3.6" fill="currentColor" />,
  action: <path d="M4.2 3.2 10.6 7l-6.4 3.8Z" strokeLinejoin="round" fill="currentColor" />,
  comms: <path d="M3 3.4h8v5.4H7.4L5 11V8.8H3Z" strokeLinejoin="round" />,
  role: (
    <>
      <circle cx="7" cy="4.9" r="2.1" />
      <path d="M3.2 11.4a3.8 3.8 0 0 1 7.6 0" strokeLinecap="round" />
    </>
  ),
  status: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="M7 3a4 4 0 0 1 0 8Z" fill="currentColor" stroke="none" />
    </>
  ),
  severity: <path d="M3.4 9.2V11M7 6v5M10.6 2.8V11" strokeWidth="2" strokeLinecap="round" />,
};

export type RailMark = EntryKind | "waiting" | "gone";

interface Props {
  mark: RailMark;
  starred?: boolean;
  className?: string;
}

/** What stands on the line. A star takes the glyph's place: it is what one looks for when one looks again. */
export function RailGlyph({ mark, starred, className }: Props) {
  const words = mark === "waiting" ? "Not sent yet" : mark === "gone" ? "Taken away" : KIND_WORDS[mark];
  return (
    <span
      className={clsx(
        "relative z-1 mt-0.5 grid h-4 place-items-center self-start justify-self-center bg-surface",
        starred ? "text-accent" : "text-soft",
        className,
      )}
      data-tip={starred ? `${words}, starred` : words}
    >
      <svg viewBox="0 0 14 14" className="size-3.5" fill="var(--surface)" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
        {starred ? (
          <path
            d="m7 1.3 1.75 3.6 3.95.55-2.87 2.77.69 3.94L7 10.3l-3.52 1.86.69-3.94L1.3 5.45l3.95-.55Z"
            fill="currentColor"
            strokeLinejoin="round"
            strokeWidth="1"
          />
        ) : mark === "waiting" ? (
          <circle cx="7" cy="7" r="3.9" strokeDasharray="2 1.6" />
        ) : mark === "gone" ? (
          <path d="M4.6 7h4.8" strokeLinecap="round" />
        ) : (
          SHAPES[mark]
        )}
      </svg>
      <span className="sr-only">{starred ? `${words}, starred` : words}:</span>
    </span>
  );
}
