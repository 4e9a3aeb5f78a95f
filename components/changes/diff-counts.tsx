import type { Change } from "../../lib/changes/schema";

/** "3 files, +14 −6"; of a text that is no diff, that it is one. */
export function DiffCounts({ change: { diff } }: { change: Pick<Change, "diff"> }) {
  if (!diff) return null;
  if (diff.files === 0) return <span className="text-soft">a text</span>;
  return (
    <span className="text-soft tabular-nums">
      {diff.files.toLocaleString("en")} {diff.files === 1 ? "file" : "files"}, +{diff.added.toLocaleString("en")} −{diff.removed.toLocaleString("en")}
    </span>
  );
}
