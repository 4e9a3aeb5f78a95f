"use client";

import { Pencil, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { IncidentChange } from "../../../lib/changes/schema";
import { CHANGE_KIND_WORDS } from "../../../lib/changes/words";
import { clock, shortDate } from "../../../lib/dates";
import { DiffCounts } from "../../changes/diff-counts";
import { Judge, Why } from "../../changes/judge";
import { Verdict } from "../../changes/verdict";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import type { EditProps } from "./edit-props";

const AddChange = lazy(() => import("../../changes/add-change"));
const EditChange = lazy(() => import("../../changes/edit-change"));
const Excerpt = lazy(() => import("../../diffs/excerpt"));

/** What changed, judged where it stands in the text. */
export default function EditChanges({ blocks }: EditProps) {
  const [adding, setAdding] = useState(false);
  const changes = [...(blocks.changes ?? [])].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
  return (
    <>
      <ul className="border-hairline border-t">
        {changes.map((change) => (
          <Row key={change.id} change={change} />
        ))}
      </ul>
      <Button size="sm" className="mt-3" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
        Tell of a change
      </Button>
      {adding ? (
        <Suspense>
          <AddChange onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Row({ change }: { change: IncidentChange }) {
  const { incidentRef, zone } = useRoom();
  const [why, setWhy] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [diff, setDiff] = useState(false);
  const nothing = change.nothingChanged;
  const kind = CHANGE_KIND_WORDS[change.kind];
  return (
    <li data-edit-change={change.id} className="border-hairline border-b py-2">
      <div className="flex items-start gap-x-3">
        <div className="min-w-0 flex-1">
          <p className="isolate-text font-[550] [overflow-wrap:anywhere]">{nothing ? `Nothing changed: ${kind.toLowerCase()}` : change.summary}</p>
          <p className="isolate-text text-13 text-soft [overflow-wrap:anywhere]">
            {[`${shortDate(change.occurredAt, zone)}, ${clock(change.occurredAt, zone)}`, kind.toLowerCase(), change.service?.name].filter(Boolean).join(" · ")}
            {change.before || change.after ? (
              <span className="font-mono text-12">
                {" · "}
                {change.before ?? "?"} → {change.after ?? "?"}
              </span>
            ) : null}
          </p>
        </div>
        {nothing ? (
          <Verdict verdict={null} nothing />
        ) : (
          <>
            <Judge change={change} onJudged={() => setWhy(true)} />
            <IconButton
              size="sm"
              className="mt-0.5"
              label={`Correct ${change.summary}`}
              icon={<Pencil aria-hidden="true" />}
              onClick={() => setCorrecting(true)}
            />
          </>
        )}
      </div>
      <Why change={change} mayJudge editing={why} onEdit={setWhy} />
      {change.hasDiff ? (
        <button type="button" aria-expanded={diff} onClick={() => setDiff(!diff)} className="link touch text-13">
          {diff ? "Fold the diff" : "See the diff"} <DiffCounts change={change} />
        </button>
      ) : null}
      <Suspense>
        {diff ? <Excerpt change={change} incidentRef={incidentRef} /> : null}
        {correcting ? <EditChange change={change} onClose={() => setCorrecting(false)} /> : null}
      </Suspense>
    </li>
  );
}
