import type { SharedIncident } from "../../lib/incidents/schema";
import type { Entry } from "../../lib/timeline/schema";
import { KIND_WORDS } from "../../lib/timeline/words";
import { EntryWords } from "../timeline/entry-words";
import { phaseOf } from "../timeline/phase-of";
import { RailGlyph } from "../timeline/rail-glyph";
import { RailLater } from "../timeline/rail-later";
import { RailPictures } from "../timeline/rail-pictures";
import { RailTheory } from "../timeline/rail-theory";
import { roomLinks } from "../timeline/room-links";
import { Markdown } from "../ui/markdown";
import { BlockClock } from "./block-clock";

interface Props {
  entry: Entry;
  incident: SharedIncident;
  zone: string;
}

const PLAIN = ["note", "hypothesis", "status", "severity", "role"];

/** One thing that happened, as an article tells it. */
export function BlockEntry({ entry, incident, zone }: Props) {
  const { kind, data } = entry;
  const said = [
    kind === "role" && data.personId === entry.author.id && !entry.body ? null : (data.saidBy ?? entry.author.name),
    PLAIN.includes(kind) || data.callId ? null : KIND_WORDS[kind].toLowerCase(),
  ].filter(Boolean);
  const body =
    kind === "hypothesis" ? (
      <RailTheory state={data.state ?? "open"} because={data.because ? <span className="isolate-text">because {data.because}</span> : null}>
        <Said entry={entry} />
      </RailTheory>
    ) : (
      <>
        <EntryWords entry={entry} />
        <Said entry={entry} />
        <RailPictures pictures={entry.attachments} />
      </>
    );
  return (
    <li data-entry={entry.id} data-phase={phaseOf(incident, entry.occurredAt) ?? undefined} className="rail-row py-1.5">
      <BlockClock
        at={entry.occurredAt}
        zone={zone}
        since={incident.startedAt}
        incidentRef={incident.ref}
        entryId={entry.id}
        approximate={entry.precision === "approximate"}
      />
      <RailGlyph mark={kind} starred={entry.starred} />
      <div className="min-w-0">
        {entry.knownLater ? <RailLater>{body}</RailLater> : body}
        {said.length ? <p className="isolate-text text-12 text-soft">{said.join(" · ")}</p> : null}
      </div>
    </li>
  );
}

/** What its writer said. */
export function Said({ entry }: { entry: Entry }) {
  if (!entry.body) return null;
  return (
    <Markdown className="text-14" links={roomLinks}>
      {entry.body}
    </Markdown>
  );
}
