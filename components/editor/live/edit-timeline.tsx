"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { entriesOf, ruledOutOf } from "../../../lib/blocks/rules";
import { incidentQuery } from "../../../lib/incidents/client";
import { useUpdateEntry } from "../../../lib/timeline/client";
import type { Entry } from "../../../lib/timeline/schema";
import { useRoom } from "../../room/room-context";
import { EntryRow } from "../../timeline/entry-row";
import { phaseOf } from "../../timeline/phase-of";
import { Rail } from "../../timeline/rail";
import { type Asks, DIALOGS, useAct } from "../../timeline/use-act";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";
import type { EditProps } from "./edit-props";

const TellEntry = lazy(() => import("./tell-entry"));

/** The entries that the block shows, each with what the room does with it. */
export default function EditTimeline({ kind, filter, blocks }: EditProps) {
  const { incidentRef, zone } = useRoom();
  const can = useQuery(incidentQuery(incidentRef)).data?.can ?? [];
  const [asked, setAsked] = useState<{ what: Asks; entry: Entry } | null>(null);
  const [telling, setTelling] = useState(false);
  const update = useUpdateEntry(incidentRef);
  const entries = kind === "ruled_out" ? ruledOutOf(blocks) : entriesOf(blocks.timeline ?? [], filter);
  // Ruled out first and said why then: the sheet asks for it.
  const ruleOut = (entry: Entry) =>
    update.mutate(
      { id: entry.id, input: { data: { state: "ruled_out" } } },
      {
        onSuccess: (now) => setAsked({ what: "edit", entry: now }),
        onError: (error) => void toast(error.message, { tone: "danger" }),
      },
    );
  const act = useAct(incidentRef, ruleOut, (what, entry) => setAsked({ what, entry }));
  const Asked = asked ? DIALOGS[asked.what] : null;
  return (
    <>
      {entries.length ? (
        <Rail label="Entries to edit">
          {entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              incidentRef={incidentRef}
              zone={zone}
              phase={phaseOf(blocks.incident, entry.occurredAt)}
              since={blocks.incident.startedAt}
              mayEdit
              mayRedact={can.includes("timeline.redact")}
              current={false}
              onAct={act}
            />
          ))}
        </Rail>
      ) : (
        <p className="text-soft">{kind === "ruled_out" ? "A theory that was ruled out stands here." : "No entry of the timeline is shown here yet."}</p>
      )}
      <Button size="sm" className="mt-3" icon={<Plus aria-hidden="true" />} onClick={() => setTelling(true)}>
        {kind === "ruled_out" ? "Tell of a theory" : "Tell what happened"}
      </Button>
      <Suspense>
        {Asked && asked ? (
          <Asked entry={(blocks.timeline ?? []).find(({ id }) => id === asked.entry.id) ?? asked.entry} onClose={() => setAsked(null)} />
        ) : null}
        {telling ? <TellEntry kind={kind === "ruled_out" ? "hypothesis" : "note"} onClose={() => setTelling(false)} /> : null}
      </Suspense>
    </>
  );
}
