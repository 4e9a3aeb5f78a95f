import clsx from "clsx";
import type { ReactNode } from "react";

/** The phase in which a row lies, as the strip colours it; null outside of them all. */
export type RailPhase = "unseen" | "hurt" | "heal" | null;

interface Props {
  label: string;
  children: ReactNode;
  className?: string;
}

/** The time rail. Its rows are `RailEntry`, `RailMilestone`, `RailGap`, `RailDay`, `RailSeen`, in the order of time. */
export function Rail({ label, children, className }: Props) {
  return (
    <ol aria-label={label} className={clsx("rail", className)}>
      {children}
    </ol>
  );
}
