"use client";

import { useQuery } from "@tanstack/react-query";
import { incidentChangesQuery } from "../../lib/changes/client";
import { CHANGE_KIND_WORDS } from "../../lib/changes/words";
import { offeredQuery } from "../../lib/offered/client";
import { paths } from "../../lib/paths";
import { DiffCounts } from "../changes/diff-counts";
import { Verdict } from "../changes/verdict";
import { Time } from "../times/time";
import { Panel } from "./panel";
import { useRoom } from "./room-context";

const MOST = 5;
const ORDER = ["contributed", "suspect", null, "fixed", "dismissed"] as const;

/** What changed, in short, with the verdicts: what is under suspicion first. The page beside the room has the rest. */
export function ChangesPanel({ serverNow, mayWrite }: { serverNow: number; mayWrite: boolean }) {
  const { incidentRef, zone } = useRoom();
  const changes = useQuery(incidentChangesQuery(incidentRef)).data?.items;
  const offered = useQuery(offeredQuery(incidentRef)).data?.items.length ?? 0;
  const all = paths.incidentChanges(incidentRef);
  const shown = [...(changes ?? [])].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)).slice(0, MOST);
  const rest = (changes?.length ?? 0) - shown.length;
  return (
    <Panel
      title="What changed"
      aside={
        <a href={all} className="hover:text-ink hover:underline">
          {rest > 0 ? `all ${changes!.length}` : mayWrite ? "Look and judge" : "See it"}
        </a>
      }
    >
      {shown.length === 0 ? <p className="text-13 text-soft">Nothing told yet. What was altered in the day before is the first thing to look at.</p> : null}
      <ul>
        {shown.map((change) => (
          <li key={change.id} className="py-1">
            <span className="flex items-baseline gap-2.5">
              <a href={paths.incidentChanges(incidentRef, change.id)} className="isolate-text line-clamp-2 min-w-0 flex-1 hover:underline">
                {change.nothingChanged ? `Nothing in ${CHANGE_KIND_WORDS[change.kind].toLowerCase()}` : change.summary}
              </a>
              <Verdict verdict={change.verdict} nothing={change.nothingChanged} />
            </span>
            <span className="isolate-text line-clamp-1 text-13 text-soft">
              {change.nothingChanged ? (
                change.why
              ) : (
                <>
                  <Time at={change.occurredAt} zone={zone} look="day-clock" now={serverNow} />
                  {change.hasDiff ? " · " : null}
                  <DiffCounts change={change} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {offered ? (
        <p className="pt-1 text-13" role="status">
          <a href={all} className="link">
            {offered === 50 ? "50 and more" : offered} altered around that time
          </a>
          <span className="text-soft">, not beside it yet</span>
        </p>
      ) : null}
    </Panel>
  );
}
