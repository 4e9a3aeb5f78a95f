"use client";

import { useEffect, useRef } from "react";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";

export interface Difference {
  label: string;
  /** What stands there now, as people read it. */
  theirs: string;
  take: () => void;
}

/** Someone else saved first: what stands there now, beside what was typed, field by field. Nothing is taken over unasked. */
export function Differences({ of, version }: { of: readonly Difference[]; version: number }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes here once for each time that someone was first
  useEffect(() => place.current?.focus(), [version]);
  return (
    <div ref={place} tabIndex={-1} className="mb-4 outline-none">
      <Banner role="alert" tone="caution" title="Someone else saved this meanwhile">
        {of.length === 0 ? (
          <p>What they changed stands in the form now, beside what you typed. Save again if it is right.</p>
        ) : (
          <>
            <p>What you typed is kept below. Theirs, where it differs:</p>
            <dl className="mt-2 grid gap-1.5">
              {of.map(({ label, theirs, take }) => (
                <div key={label} className="flex flex-wrap items-baseline gap-x-3">
                  <dt className="min-w-28 text-13">{label}</dt>
                  <dd className="isolate-text min-w-0 flex-1 basis-40 text-ink">{theirs || "nothing"}</dd>
                  <dd>
                    <Button size="sm" variant="quiet" aria-label={`Take theirs: ${label}`} onClick={take}>
                      Take theirs
                    </Button>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Banner>
    </div>
  );
}
