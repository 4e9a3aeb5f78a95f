"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { incidentChangesQuery } from "../../lib/changes/client";
import type { IncidentChange } from "../../lib/changes/schema";
import { CHANGE_GROUP_WORDS, CHANGE_GROUPS, CHANGE_KIND_WORDS, type ChangeGroup, changeGroupOf, KINDS_OF } from "../../lib/changes/words";
import { incidentQuery } from "../../lib/incidents/client";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { ChangeRow } from "./change-row";
import { NothingForm } from "./nothing-form";
import { Offered } from "./offered";

const AddChange = lazy(() => import("./add-change"));

/** What changed: last known good and now, in the three places to look, each change judged where it stands. */
export function ChangeBoard({ serverNow }: { serverNow: number }) {
  const { incidentRef } = useRoom();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const changes = useQuery(incidentChangesQuery(incidentRef)).data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const [diff, setDiff] = useState(useSearchParams().get("diff"));
  const mayWrite = incident?.can.includes("change.judge") ?? false;

  // The address follows, so that what one reads can be sent to another.
  const showDiff = (id: string | null) => {
    setDiff(id);
    history.replaceState(history.state, "", `${location.pathname}${id ? `?diff=${id}` : ""}`);
  };

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 pt-5">
        <p className="max-w-[60ch] text-soft">
          {changes.length ? inShort(changes) : "First see what changed. Nobody spots it by eye: put beside it what was altered, and rule each out or in."}
        </p>
        {mayWrite ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            Tell of a change
          </Button>
        ) : null}
      </div>
      {CHANGE_GROUPS.map((group) => (
        <Group key={group} group={group} changes={changes} mayWrite={mayWrite} serverNow={serverNow} diff={diff} onDiff={showDiff} />
      ))}
      <Offered mayWrite={mayWrite} serverNow={serverNow} />
      {adding ? (
        <Suspense>
          <AddChange onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface GroupProps {
  group: ChangeGroup;
  changes: readonly IncidentChange[];
  mayWrite: boolean;
  serverNow: number;
  diff: string | null;
  onDiff: (id: string | null) => void;
}

function Group({ group, changes, mayWrite, serverNow, diff, onDiff }: GroupProps) {
  const mine = changes.filter((change) => changeGroupOf(change.kind) === group).sort((a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt));
  const unanswered = KINDS_OF[group].filter((kind) => !mine.some((change) => change.kind === kind));
  return (
    <section aria-label={CHANGE_GROUP_WORDS[group]} className="pt-6">
      <div className="grid grid-cols-1 items-baseline gap-x-4 pb-1.5 md:grid-cols-[5.75rem_minmax(0,1fr)_8.5rem_8.5rem_8rem]">
        <h2 className="font-semibold font-serif text-18 md:col-span-2">{CHANGE_GROUP_WORDS[group]}</h2>
        <span className="text-13 text-soft max-md:hidden">Last known good</span>
        <span className="text-13 text-soft max-md:hidden">Now</span>
      </div>
      <ul>
        {mine.map((change) => (
          <ChangeRow
            key={change.id}
            change={change}
            mayWrite={mayWrite}
            serverNow={serverNow}
            diffOpen={diff === change.id}
            onDiff={(open) => onDiff(open ? change.id : null)}
          />
        ))}
      </ul>
      {mine.length === 0 ? (
        <p className="border-hairline border-t py-2.5 text-soft">
          Nothing told yet of {KINDS_OF[group].map((kind) => CHANGE_KIND_WORDS[kind].toLowerCase()).join(", ")}.
        </p>
      ) : null}
      {mayWrite ? <NothingForm kinds={unanswered} /> : null}
    </section>
  );
}

/** "4 changes: 1 suspect, 1 contributed, 2 to judge; nothing in infrastructure." */
function inShort(changes: readonly IncidentChange[]): string {
  const told = changes.filter((change) => !change.nothingChanged);
  const count = (verdict: IncidentChange["verdict"], word: string) => {
    const n = told.filter((change) => change.verdict === verdict).length;
    return n ? `${n} ${word}` : null;
  };
  const parts = [
    count("contributed", "contributed"),
    count("suspect", "suspect"),
    count("fixed", "fixed it"),
    count("dismissed", "dismissed"),
    count(null, "to judge"),
  ];
  const nothing = changes.filter((change) => change.nothingChanged).map((change) => CHANGE_KIND_WORDS[change.kind].toLowerCase());
  const said = parts.filter(Boolean).join(", ");
  return [
    told.length ? `${told.length} ${told.length === 1 ? "change" : "changes"}: ${said}.` : "",
    nothing.length ? `Nothing changed in ${nothing.join(", ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
