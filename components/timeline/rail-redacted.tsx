import type { ReactNode } from "react";

/** Where a text was purged for good: a bar as on a censored page, and who did it. */
export function RailRedacted({ by, children }: { by?: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <p className="flex items-center gap-2.5 text-13 text-soft leading-5">
        <span aria-hidden="true" className="h-3 w-28 max-sm:w-14 rounded-[2px] bg-ink/80" data-graphic />
        Redacted{by ? <> by {by}</> : null}
      </p>
      {children}
    </div>
  );
}
