"use client";

import { useQuery } from "@tanstack/react-query";
import { usePlaceChange } from "../../lib/beside/client";
import type { OfferedChange } from "../../lib/changes/schema";
import { CHANGE_KIND_WORDS, VERDICT_WORDS, VERDICTS } from "../../lib/changes/words";
import { duration } from "../../lib/dates";
import { offeredQuery } from "../../lib/offered/client";
import { paths } from "../../lib/paths";
import { useRoom } from "../room/room-context";
import { Time } from "../times/time";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { toast } from "../ui/toast";
import { DiffCounts } from "./diff-counts";

/** What was altered around the time, in its services and below them: one click places it beside the incident, with a verdict if there is one already. */
export function Offered({ mayWrite, serverNow }: { mayWrite: boolean; serverNow: number }) {
  const { incidentRef, zone } = useRoom();
  const offered = useQuery(offeredQuery(incidentRef)).data?.items ?? [];
  const place = usePlaceChange(incidentRef);
  const put = (change: OfferedChange, verdict?: (typeof VERDICTS)[number]) =>
    place.mutate({ change, ...(verdict ? { verdict } : {}) }, { onError: (error) => toast(error.message, { tone: "danger" }) });
  return (
    <section aria-label="Altered around that time" className="pt-6">
      <h2 className="font-semibold font-serif text-18">Altered around that time</h2>
      <p className="mt-0.5 mb-2 max-w-[68ch] text-13 text-soft" role="status">
        {offered.length
          ? "In its services and in what they depend on, from a day before impact; the nearest before it first."
          : "Nothing else was told of its services, or of what they depend on, from a day before impact. A deploy script can tell of each change by itself."}
      </p>
      <ul>
        {offered.map((change) => (
          <li key={change.id} data-row className="flex flex-wrap items-start gap-x-4 gap-y-1 border-hairline border-t py-2.5">
            <span className="w-[5.75rem] shrink-0 text-13 text-soft">
              <Time at={change.occurredAt} zone={zone} look="day-clock" now={serverNow} focusable />
            </span>
            <span className="min-w-0 flex-1 basis-56">
              <a href={paths.change(change.id)} className="isolate-text font-[550] hover:underline [overflow-wrap:anywhere]">
                {change.summary}
              </a>
              <span className="block text-13 text-soft">
                {distance(change)} · {CHANGE_KIND_WORDS[change.kind].toLowerCase()}
                {change.service ? <span className="isolate-text"> · {change.service.name}</span> : null}
                {change.via ? <span className="isolate-text">, on which {change.via.name} depends</span> : null}
                {change.hasDiff ? " · " : null}
                <DiffCounts change={change} />
              </span>
            </span>
            {mayWrite ? (
              <span className="flex gap-1">
                <Button size="sm" aria-label={`Add ${change.summary}`} onClick={() => put(change)}>
                  Add
                </Button>
                <Menu
                  label={`Add ${change.summary} as …`}
                  align="end"
                  trigger={(anchor) => (
                    <Button size="sm" variant="quiet" {...anchor}>
                      as …
                    </Button>
                  )}
                  items={VERDICTS.map((verdict) => ({ label: VERDICT_WORDS[verdict], onSelect: () => put(change, verdict) }))}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function distance({ secondsBefore }: OfferedChange): string {
  if (Math.abs(secondsBefore) < 30) return "as impact began";
  return `${duration(Math.abs(secondsBefore))} ${secondsBefore > 0 ? "before impact" : "after impact began"}`;
}
