import { Skeleton } from "../ui/skeleton";

const WIDTHS = ["w-3/5", "w-2/5", "w-1/2", "w-2/3", "w-5/12", "w-1/2"];

/** A list that is on its way, in its own shape. */
export function ListSkeleton({ rows = 6, strip }: { rows?: number; strip?: boolean }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={at} className="flex items-center gap-4 border-hairline border-b py-3.5">
          <Skeleton className="h-4 w-14" />
          <div className="flex-1 space-y-2">
            <Skeleton className={`h-4 ${WIDTHS[at % WIDTHS.length]}`} />
            <Skeleton className="h-3 w-3/4" />
          </div>
          {strip ? <Skeleton className="h-2.5 w-40 max-sm:hidden" /> : null}
        </div>
      ))}
    </div>
  );
}
