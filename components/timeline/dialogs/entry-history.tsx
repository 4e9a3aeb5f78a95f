"use client";

import { useQuery } from "@tanstack/react-query";
import { entryHistoryQuery } from "../../../lib/timeline/client";
import type { Entry } from "../../../lib/timeline/schema";
import { useRoom } from "../../room/room-context";
import { Time } from "../../times/time";
import { Dialog } from "../../ui/dialog";
import { Skeleton } from "../../ui/skeleton";

/** What an entry said before each correction, newest first. */
export default function EntryHistory({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const { incidentRef, zone } = useRoom();
  const { data, error } = useQuery(entryHistoryQuery(incidentRef, entry.id, entry.version));
  return (
    <Dialog open onClose={onClose} title="What it said before" width="sm">
      {error ? <p role="alert">{error.message}</p> : null}
      {data || error ? null : <Skeleton className="h-16" />}
      <ol className="space-y-4">
        {[...(data?.items ?? [])].reverse().map((old) => (
          <li key={old.version} className="border-line border-l-2 pl-3">
            <p className="text-13 text-soft">
              until <Time at={old.editedAt} zone={zone} look="day-clock" now={Date.now()} />, when {old.editedBy.name} corrected it
            </p>
            <p className="isolate-text whitespace-pre-wrap">{old.body || <span className="text-faint">no words</span>}</p>
            {old.data.because ? <p className="isolate-text text-13 text-soft">because {old.data.because}</p> : null}
            <p className="text-13 text-soft">
              at <Time at={old.occurredAt} zone={zone} look="day-clock" now={Date.now()} />
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
