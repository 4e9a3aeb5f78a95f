"use client";

import { Fragment, memo, Suspense, useMemo, useState } from "react";
import { duration } from "../../lib/dates";
import type { Incident } from "../../lib/incidents/schema";
import { DETECTION_WORDS, MILESTONE_WORDS, OPEN_STATUSES } from "../../lib/incidents/words";
import type { useOutbox } from "../../lib/outbox/client";
import type { SendingEntry } from "../../lib/outbox/rows";
import { type RailItem, railOf, type TickName } from "../../lib/rail/rules";
import type { TimelineCache } from "../../lib/timeline/client";
import type { Entry } from "../../lib/timeline/schema";
import { useRoom } from "../room/room-context";
import type { EntryAction } from "./entry-menu";
import { EntryRow } from "./entry-row";
import { OlderEntries } from "./older-entries";
import { phaseOf } from "./phase-of";
import { Rail } from "./rail";
import { RailDay } from "./rail-day";
import { RailGap } from "./rail-gap";
import { RailMilestone } from "./rail-milestone";
import { RailPill } from "./rail-pill";
import { RailSeen } from "./rail-seen";
import { type Filter, FILTERS, TimelineFilters } from "./timeline-filters";
import { type Asks, DIALOGS, useAct } from "./use-act";
import { useFollow } from "./use-follow";
import { useTarget } from "./use-target";
import { WaitingRow } from "./waiting-row";

interface Props {
  incident: Incident;
  timeline: TimelineCache;
  entries: readonly Entry[];
  waiting: readonly SendingEntry[];
  outbox: Pick<ReturnType<typeof useOutbox>, "retry" | "resend" | "discard">;
  /** How far the reader had read when the room was opened. */
  seenSeq: number;
  onRuleOut(entry: Entry): void;
  onEditWaiting(entry: SendingEntry): void;
}

/** The time rail of the room: what happened, in the order in which it happened. */
export function Timeline({ incident, timeline, entries, waiting, outbox, seenSeq, onRuleOut, onEditWaiting }: Props) {
  const { incidentRef, me, zone } = useRoom();
  const [filter, setFilter] = useState<Filter>("all");
  const [asked, setAsked] = useState<{ what: Asks; entry: Entry } | null>(null);
  const shown = useMemo(() => (filter === "all" ? entries : entries.filter(FILTERS[filter].fits)), [entries, filter]);
  const whole = filter === "all";
  const items = useMemo(
    () => railOf(incident, shown, { zone, whole, from: timeline.older ? (entries[0]?.occurredAt ?? null) : null }),
    [incident, shown, zone, whole, timeline.older, entries],
  );
  const target = useTarget(incidentRef, timeline);
  const { end, unseen, toEnd } = useFollow(entries, waiting.length, me.id, target !== null || isOver(incident));
  const act = useAct(incidentRef, onRuleOut, (what, entry) => setAsked({ what, entry }));
  const firstUnseen = useFirstUnseen(entries, seenSeq, me.id);

  const Asked = asked ? DIALOGS[asked.what] : null;
  return (
    <>
      <h2 className="sr-only">Timeline</h2>
      <TimelineFilters filter={filter} onFilter={setFilter} entries={entries} />
      <OlderEntries incidentRef={incidentRef} older={timeline.older} />
      <Rail label="Timeline">
        <Rows items={items} incident={incident} incidentRef={incidentRef} zone={zone} target={target} firstUnseen={firstUnseen} onAct={act} />
        {waiting.map((entry) => (
          <WaitingRow key={entry.id} entry={entry} zone={zone} outbox={outbox} onEdit={onEditWaiting} />
        ))}
      </Rail>
      {entries.length === 0 && waiting.length === 0 ? (
        <p className="mt-3 text-soft">Nothing written yet. The first line below begins it: what do you see?</p>
      ) : null}
      {whole || shown.length ? null : <p className="mt-3 text-soft">No {FILTERS[filter].words.toLowerCase()} here yet.</p>}
      <RailPill count={unseen} onPress={toEnd} />
      <div ref={end} aria-hidden="true" />
      {Asked && asked ? (
        <Suspense>
          <Asked entry={entries.find((entry) => entry.id === asked.entry.id) ?? asked.entry} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface RowsProps {
  items: readonly RailItem[];
  incident: Incident;
  incidentRef: string;
  zone: string;
  target: string | null;
  firstUnseen: { id: string; count: number } | null;
  onAct(entry: Entry, action: EntryAction): void;
}

/** All rows of the rail: thousands of them may stand here, so they are drawn again only when what they show has changed. */
const Rows = memo(function Rows({ items, incident, incidentRef, zone, target, firstUnseen, onAct }: RowsProps) {
  const mayEdit = incident.can.includes("timeline.edit");
  const mayRedact = incident.can.includes("timeline.redact");
  return items.map((item) => {
    if (item.is === "day") return <RailDay key={item.key} at={item.at} zone={zone} phase={phaseOf(incident, item.at)} />;
    if (item.is === "gap") return <RailGap key={item.key} seconds={item.seconds} />;
    if (item.is === "tick") return <Tick key={item.key} item={item} incident={incident} zone={zone} />;
    const { entry } = item;
    return (
      <Fragment key={item.key}>
        {firstUnseen?.id === entry.id ? <RailSeen count={firstUnseen.count} /> : null}
        <EntryRow
          entry={entry}
          incidentRef={incidentRef}
          zone={zone}
          phase={phaseOf(incident, entry.occurredAt)}
          since={incident.startedAt}
          mayEdit={mayEdit}
          mayRedact={mayRedact}
          current={target === entry.id}
          onAct={onAct}
        />
      </Fragment>
    );
  });
});

const SINCE: Partial<Record<TickName, string>> = { impact_started: "after impact began", detected: "after it was detected", declared: "after it was declared" };

function Tick({ item, incident, zone }: { item: Extract<RailItem, { is: "tick" }>; incident: Incident; zone: string }) {
  const by =
    item.name === "detected" && incident.detection
      ? `, by ${DETECTION_WORDS[incident.detection]}`
      : item.name === "declared"
        ? `, by ${incident.declaredBy.name}`
        : "";
  const note = item.since ? `${duration(item.since.seconds)} ${SINCE[item.since.from]}${by}` : by ? by.slice(2) : null;
  return <RailMilestone at={item.at} zone={zone} since={incident.startedAt} label={MILESTONE_WORDS[item.name]} note={note} />;
}

/** The oldest entry of others that came after what the reader had seen when they opened the room, and how many there are. */
function useFirstUnseen(entries: readonly Entry[], seenSeq: number, me: string) {
  const [seen] = useState(seenSeq);
  return useMemo(() => {
    if (seen === 0) return null;
    const fresh = entries.filter((entry) => entry.seq > seen && entry.author.id !== me);
    return fresh[0] && fresh.length < entries.length ? { id: fresh[0].id, count: fresh.length } : null;
  }, [entries, seen, me]);
}

/** One that is over is read from its head, one that goes on from its end. */
const isOver = ({ status }: Incident) => !OPEN_STATUSES.includes(status);
