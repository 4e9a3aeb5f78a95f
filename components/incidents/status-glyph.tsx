import clsx from "clsx";
import { STATUS_WORDS, type Status } from "../../lib/incidents/words";

/** How much of the ring is filled: from a question to an answer. */
const FILL: Partial<Record<Status, number>> = { triage: 0, investigating: 0.25, identified: 0.5, mitigated: 0.75 };

/** Status as a glyph that fills up from triage to resolved, with its word. `bare` is the glyph alone, with the word for a screen reader. */
export function StatusGlyph({ status, bare, className }: { status: Status; bare?: boolean; className?: string }) {
  return (
    <span
      className={clsx("inline-flex items-center gap-1.5 font-[550] text-ink whitespace-nowrap", className)}
      data-tip={bare ? STATUS_WORDS[status] : undefined}
    >
      <svg viewBox="0 0 14 14" className="size-3.5 shrink-0" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <Shape status={status} />
      </svg>
      <span className={bare ? "sr-only" : undefined}>{STATUS_WORDS[status]}</span>
    </span>
  );
}

function Shape({ status }: { status: Status }) {
  if (status === "resolved") {
    return (
      <>
        <circle cx="7" cy="7" r="6.25" fill="currentColor" />
        <path d="m4.4 7.2 1.8 1.8 3.4-3.8" stroke="var(--surface)" strokeLinecap="round" strokeLinejoin="round" />
      </>
    );
  }
  if (status === "merged") return <path d="M2.5 1.5v3.2c0 2 4.5 2 4.5 4.3v3.5M11.5 1.5v3.2c0 2-4.5 2-4.5 4.3" strokeLinecap="round" />;
  if (status === "declined" || status === "canceled") {
    return (
      <>
        <circle cx="7" cy="7" r="6.25" />
        <path d={status === "declined" ? "M4.2 7h5.6" : "m4.8 4.8 4.4 4.4m0-4.4-4.4 4.4"} strokeLinecap="round" />
      </>
    );
  }
  const fill = FILL[status] ?? 0;
  return (
    <>
      <circle cx="7" cy="7" r="6.25" />
      {/* A circle of half the radius whose stroke is as thick as the radius: a pie. */}
      {fill ? <circle cx="7" cy="7" r="2.4" strokeWidth="4.8" strokeDasharray={`${fill * 15.08} 15.08`} transform="rotate(-90 7 7)" /> : null}
    </>
  );
}
