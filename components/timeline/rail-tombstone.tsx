import type { ReactNode } from "react";

/** Where an entry was deleted. What it said is gone from here; that something was is not hidden. */
export function RailTombstone({ by, children }: { by?: ReactNode; children?: ReactNode }) {
  return (
    <p className="text-13 text-faint leading-5">
      Deleted{by ? <> by {by}</> : null}
      {children ? <span className="ml-2">{children}</span> : null}
    </p>
  );
}
