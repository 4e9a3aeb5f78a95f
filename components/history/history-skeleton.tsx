import { Skeleton } from "../ui/skeleton";
import { ROW_GRID } from "./row-grid";

const WIDTHS = ["w-3/5", "w-2/5", "w-1/2", "w-2/3", "w-5/12", "w-1/2", "w-3/5", "w-2/5"];

/** The history on its way, in its own shape. */
export function HistorySkeleton() {
  return (
    <div role="status" aria-label="Loading the incidents">
      <Skeleton className="mt-7 mb-4 h-8 w-44" />
      <Skeleton className="h-11 w-full" />
      <div className="mt-3 flex gap-4 border-line border-b pb-4">
        <Skeleton className="h-5 w-14" />
        <Skeleton className="h-5 w-14" />
        <Skeleton className="h-5 w-14" />
      </div>
      {WIDTHS.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={at} className={`${ROW_GRID} border-hairline border-b py-4 max-lg:space-y-2`}>
          <Skeleton className="h-4 w-14" />
          <Skeleton className="h-5 w-12 max-lg:hidden" />
          <div className="space-y-2">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3 w-3/4" />
          </div>
          <Skeleton className="h-2.5 w-2/3" />
          <Skeleton className="h-4 w-10 max-lg:hidden" />
        </div>
      ))}
    </div>
  );
}
