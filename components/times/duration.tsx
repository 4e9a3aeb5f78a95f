import { duration, isoDuration } from "../../lib/dates";

/** How long something took, as people say it. A blank one says why when it is hovered or read. */
export function Duration({ of, className }: { of: { seconds: number } | { blank: string } | number; className?: string }) {
  const given = typeof of === "number" ? { seconds: of } : of;
  if ("blank" in given) {
    return (
      <span className={className} data-tip={given.blank || undefined}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{given.blank || "not known"}</span>
      </span>
    );
  }
  return (
    <time dateTime={isoDuration(given.seconds)} className={`whitespace-nowrap ${className ?? ""}`}>
      {duration(given.seconds)}
    </time>
  );
}
