import type { CSSProperties } from "react";
import { type BlockRow, rowsOf } from "../../lib/blocks/rules";
import { duration, longDay, offset } from "../../lib/dates";
import type { SharedIncident } from "../../lib/incidents/schema";
import { DETECTION_WORDS, MILESTONE_WORDS, MITIGATION_WORDS } from "../../lib/incidents/words";
import { phaseOf } from "../timeline/phase-of";
import { Rail, type RailPhase } from "../timeline/rail";
import { RailDay } from "../timeline/rail-day";
import { RailGap } from "../timeline/rail-gap";
import type { BlockProps } from "./block";
import { BlockClock } from "./block-clock";
import { BlockEntry, Said } from "./block-entry";
import { Nothing } from "./nothing";

const NOTHING = {
  key: "Nothing that would be a key moment stands on the timeline yet.",
  starred: "Nothing is starred yet.",
  all: "Nothing was written down yet.",
};

/** The rail as a part of an article: what happened, in the order in which it happened, with the phases that it went through. */
export function TimelineBlock({ filter, blocks, zone }: BlockProps) {
  const rows = rowsOf(blocks, filter, zone);
  const { incident } = blocks;
  if (rows.length === 0) return <Nothing>{NOTHING[filter]}</Nothing>;
  const start = incident.startedAt ?? incident.declaredAt;
  return (
    <div className="border-line border-y py-3">
      <p className="flex flex-wrap justify-between gap-x-4 pb-2 text-12 text-soft">
        <span>{rows.some((row) => row.is === "day") ? null : longDay(start, zone)}</span>
        <span>
          times in {zone.replaceAll("_", " ")}
          {zone === "UTC" ? "" : `, ${offset(start, zone)}`}
        </span>
      </p>
      <Rail label="What happened" className="rail-article">
        {rows.map((row) => {
          if (row.is === "day") return <RailDay key={row.key} at={row.at} zone={zone} phase={phaseOf(incident, row.at)} />;
          if (row.is === "gap") return <RailGap key={row.key} seconds={row.seconds} />;
          if (row.is === "tick") return <Tick key={row.key} row={row} incident={incident} zone={zone} />;
          return <BlockEntry key={row.key} entry={row.entry} incident={incident} zone={zone} />;
        })}
      </Rail>
      {blocks.timelineLeft ? <p className="pt-2 text-13 text-soft">{blocks.timelineLeft.toLocaleString("en")} more stand in the room.</p> : null}
    </div>
  );
}

const ink = (phase: RailPhase) => (phase ? `var(--phase-${phase})` : "var(--line)");
const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString();

const SINCE = { impact_started: "after impact began", detected: "after it was detected", declared: "after it was declared" } as const;

interface TickProps {
  row: Extract<BlockRow, { is: "tick" }>;
  incident: SharedIncident;
  zone: string;
}

/** A milestone: its name in the rail's own ink, how long after what, and what was said with it. */
function Tick({ row: { name, at, since, entry }, incident, zone }: TickProps) {
  const notes = [
    since ? `${duration(since.seconds)} ${SINCE[since.from as keyof typeof SINCE] ?? ""}` : null,
    name === "detected" && incident.detection ? `by ${DETECTION_WORDS[incident.detection]}` : null,
    name === "declared" ? `by ${incident.declaredBy.name}` : null,
    entry?.data.mitigation && entry.data.mitigation !== "other" ? MITIGATION_WORDS[entry.data.mitigation].toLowerCase() : null,
    entry?.data.secondsToOff === undefined ? null : `off in ${duration(entry.data.secondsToOff)}`,
  ].filter(Boolean);
  return (
    <li
      data-milestone={name}
      className="rail-row rail-tick items-center pt-3 pb-1.5"
      style={{ "--up": ink(phaseOf(incident, justBefore(at))), "--down": ink(phaseOf(incident, at)) } as CSSProperties}
    >
      <BlockClock at={at} zone={zone} since={incident.startedAt} incidentRef={incident.ref} entryId={entry?.id} strong />
      <div className="relative z-1 col-span-2 -ml-1.5 flex min-h-5 min-w-0 items-center">
        <span aria-hidden="true" data-graphic className="h-px w-[calc(var(--glyph)+var(--rail-gap)-0.125rem)] shrink-0 bg-ink" />
        <p className="min-w-0 bg-surface pl-2 leading-5">
          <strong className="font-semibold">{MILESTONE_WORDS[name]}</strong>
          {notes.length ? <span className="text-13 text-soft"> · {notes.join(", ")}</span> : null}
        </p>
      </div>
      {entry?.body ? (
        <div className="col-start-3 min-w-0 pt-0.5">
          <Said entry={entry} />
        </div>
      ) : null}
    </li>
  );
}
