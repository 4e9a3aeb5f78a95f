"use client";

import dynamic from "next/dynamic";
import type { DeclareStart } from "../layout/openers";
import { Skeleton } from "../ui/skeleton";

/** Drawn in the browser alone, for what was typed before is kept there. */
const DeclarePage = dynamic(() => import("./declare-page"), { ssr: false, loading: Loading });

export function DeclarePageLoader({ start }: { start: DeclareStart }) {
  return <DeclarePage start={start} />;
}

function Loading() {
  return (
    <div className="max-w-[40rem] space-y-5" role="status" aria-label="Loading the form">
      <Skeleton className="h-11" />
      <div className="grid gap-2 sm:grid-cols-2">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-20" />
        ))}
      </div>
      <Skeleton className="h-9" />
    </div>
  );
}
