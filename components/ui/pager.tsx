import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "./button-style";

interface Props {
  /** Addresses of the pages before and after; null where there is none. */
  prev: string | null;
  next: string | null;
  prevLabel?: string;
  nextLabel?: string;
  /** "214 incidents": where one is. */
  children?: React.ReactNode;
}

/** Pages by cursor, both ways. `[` and `]` press these links (shortcuts look for their `rel`). */
export function Pager({ prev, next, prevLabel = "Newer", nextLabel = "Older", children }: Props) {
  if (!prev && !next && !children) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 pt-4">
      <span className="text-13 text-soft">{children}</span>
      <span className="flex gap-2">
        {prev ? (
          <Link rel="prev" href={prev} className={buttonStyle("secondary", "sm")}>
            <ChevronLeft aria-hidden="true" />
            {prevLabel}
          </Link>
        ) : null}
        {next ? (
          <Link rel="next" href={next} className={buttonStyle("secondary", "sm")}>
            {nextLabel}
            <ChevronRight aria-hidden="true" />
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
