"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { incidentChangesQuery } from "../../lib/changes/client";
import { paths } from "../../lib/paths";
import { DiffCounts } from "../changes/diff-counts";
import { Verdict } from "../changes/verdict";
import { useRoom } from "../room/room-context";

const Excerpt = lazy(() => import("../diffs/excerpt"));

/** Under the words of a change on the rail: what went to what, the verdict as it is now, and where its diff begins. */
export default function RailChange({ changeId }: { changeId: string }) {
  const { incidentRef } = useRoom();
  const [open, setOpen] = useState(false);
  const change = useQuery({
    ...incidentChangesQuery(incidentRef),
    enabled: false,
    select: ({ items }) => items.find(({ id }) => id === changeId) ?? null,
  }).data;
  if (!change) return null;
  const { service, before, after } = change;
  return (
    <div className="mt-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2.5 text-13 text-soft">
        {service ? <span className="isolate-text">{service.name}</span> : null}
        {after ? <span className="isolate-text font-mono text-12">{before ? `${before} → ${after}` : after}</span> : null}
        {change.nothingChanged ? <span className="isolate-text">{change.why}</span> : null}
        <a href={paths.incidentChanges(incidentRef, changeId)} className="touch hover:underline">
          <Verdict verdict={change.verdict} nothing={change.nothingChanged} />
        </a>
        {change.hasDiff ? (
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="link touch print:hidden">
            {open ? "Fold" : "Diff"} <DiffCounts change={change} />
          </button>
        ) : null}
      </p>
      {open ? (
        <Suspense>
          <Excerpt change={change} incidentRef={incidentRef} />
        </Suspense>
      ) : null}
    </div>
  );
}
