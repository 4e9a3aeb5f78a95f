import type { ReactNode } from "react";
import { Skeleton } from "../ui/skeleton";

/** The head of a page that is on its way, over what its body will look like. */
export function PageSkeleton({ children }: { children?: ReactNode }) {
  return (
    <div className="pt-7">
      <Skeleton className="mb-6 h-8 w-64" />
      {children}
    </div>
  );
}
