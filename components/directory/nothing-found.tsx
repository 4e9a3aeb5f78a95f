import Link from "next/link";

/** A filter that leaves nothing, and the way back. */
export function NothingFound({ q, all, label }: { q: string; all: string; label: string }) {
  return (
    <p className="py-8 text-soft">
      Nothing here is called “<span className="isolate-text text-ink">{q}</span>”.{" "}
      <Link href={all} className="link">
        {label}
      </Link>
    </p>
  );
}
