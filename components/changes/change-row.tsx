"use client";

import { ExternalLink, MoreHorizontal, Undo2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useRemoveChange } from "../../lib/beside/client";
import type { IncidentChange } from "../../lib/changes/schema";
import { CHANGE_KIND_WORDS } from "../../lib/changes/words";
import { ENVIRONMENT_WORDS } from "../../lib/incidents/words";
import { changeAnchor } from "../../lib/paths";
import { useRoom } from "../room/room-context";
import { Time } from "../times/time";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { toast } from "../ui/toast";
import { CiteLine } from "./cite-line";
import { DiffCounts } from "./diff-counts";
import { Judge, Why } from "./judge";
import { PipeLines } from "./pipe-lines";
import { Verdict } from "./verdict";

const Diff = lazy(() => import("../diffs/diff"));
const EditChange = lazy(() => import("./edit-change"));

interface Props {
  change: IncidentChange;
  mayWrite: boolean;
  serverNow: number;
  diffOpen: boolean;
  onDiff: (open: boolean) => void;
}

/** A change beside the incident: what was, what is now, how it was judged and why, and its diff when it is asked for. */
export function ChangeRow({ change, mayWrite, serverNow, diffOpen, onDiff }: Props) {
  const { incidentRef, zone } = useRoom();
  const [editingWhy, setEditingWhy] = useState(false);
  const [editing, setEditing] = useState(false);
  const remove = useRemoveChange(incidentRef);
  const nothing = change.nothingChanged;
  const sorry = (error: Error) => toast(error.message, { tone: "danger" });
  const takeAway = () =>
    remove.mutate(change, {
      onSuccess: (bringBack) => toast(nothing ? "Taken back" : `${change.summary} stands beside it no more`, { undo: () => void bringBack().catch(sorry) }),
      onError: sorry,
    });
  const facts = [
    nothing ? `checked by ${change.recordedBy.name}` : CHANGE_KIND_WORDS[change.kind].toLowerCase(),
    change.service?.name,
    change.environment === "production" ? null : ENVIRONMENT_WORDS[change.environment].toLowerCase(),
    change.actor,
  ].filter(Boolean);

  return (
    <li id={changeAnchor(change.id)} data-row className="scroll-mt-20 border-hairline border-t py-3 target:bg-accent-wash">
      <div className="grid gap-x-4 gap-y-1.5 md:grid-cols-[5.75rem_minmax(0,1fr)_8.5rem_8.5rem_8rem]">
        <Time at={change.occurredAt} zone={zone} look="day-clock" now={serverNow} focusable className="pt-px text-13 text-soft" />
        <div className="min-w-0">
          <p className="isolate-text font-[550] [overflow-wrap:anywhere]">
            {nothing ? `Nothing changed: ${CHANGE_KIND_WORDS[change.kind].toLowerCase()}` : change.summary}
          </p>
          <p className="flex flex-wrap items-baseline gap-x-2 text-13 text-soft">
            <span className="isolate-text min-w-0 [overflow-wrap:anywhere]">{facts.join(" · ")}</span>
            {change.url ? (
              <a href={change.url} target="_blank" rel="noopener noreferrer nofollow" className="link inline-flex items-center gap-1">
                where it ran <ExternalLink aria-hidden="true" className="size-3" />
              </a>
            ) : null}
          </p>
        </div>
        {nothing ? (
          <span className="hidden md:col-span-2 md:block" />
        ) : (
          <>
            <Version label="Last known good" text={change.before} />
            <Version label="Now" text={change.after} />
          </>
        )}
        <div className="flex items-start justify-end gap-1 max-md:justify-start [&>button]:-my-1 [&>span]:leading-5">
          {mayWrite && !nothing ? <Judge change={change} onJudged={() => setEditingWhy(true)} /> : <Verdict verdict={change.verdict} nothing={nothing} />}
          {mayWrite ? (
            <Menu
              label={`More for ${change.summary || CHANGE_KIND_WORDS[change.kind]}`}
              align="end"
              trigger={(anchor) => (
                <IconButton
                  size="sm"
                  icon={<MoreHorizontal aria-hidden="true" />}
                  label={`More for ${change.summary || CHANGE_KIND_WORDS[change.kind]}`}
                  {...anchor}
                />
              )}
              items={[
                ...(nothing ? [] : [{ label: "Correct it …", onSelect: () => setEditing(true) }]),
                { label: nothing ? "Take the answer back" : "Take it away", icon: <Undo2 aria-hidden="true" />, onSelect: takeAway },
              ]}
            />
          ) : null}
        </div>
      </div>
      <div className="mt-1 space-y-1.5 md:pl-[6.75rem]">
        <Why change={change} mayJudge={mayWrite} editing={editingWhy} onEdit={setEditingWhy} />
        {change.hasDiff ? (
          <button type="button" aria-expanded={diffOpen} onClick={() => onDiff(!diffOpen)} className="link touch text-13 print:hidden">
            {diffOpen ? "Fold the diff" : "Read the diff"} <DiffCounts change={change} />
          </button>
        ) : null}
        {mayWrite && !nothing && !change.hasDiff ? <PipeLines change={change} incidentRef={incidentRef} /> : null}
      </div>
      {diffOpen && change.hasDiff ? (
        <div className="mt-2">
          <Suspense fallback={<p className="animate-late text-13 text-soft">Reading the diff …</p>}>
            <Diff change={change} incidentRef={incidentRef} tools={(line, path) => <CiteLine change={change} line={line + 1} path={path} />} />
          </Suspense>
        </div>
      ) : null}
      {editing ? (
        <Suspense>
          <EditChange change={change} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </li>
  );
}

/** On a narrow screen each says which of the two it is. */
function Version({ label, text }: { label: string; text: string | null }) {
  return (
    <p className="min-w-0 text-13 max-md:flex max-md:gap-2 max-md:empty:hidden">
      <span className={text ? "shrink-0 text-soft md:sr-only" : "sr-only"}>{label}</span>
      {text ? <span className="isolate-text font-mono [overflow-wrap:anywhere]">{text}</span> : <span className="text-faint max-md:hidden">not said</span>}
    </p>
  );
}
