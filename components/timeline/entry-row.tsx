"use client";

import { Pencil, Star } from "lucide-react";
import { memo } from "react";
import { clock, dayClock, secondsBetween } from "../../lib/dates";
import { paths } from "../../lib/paths";
import type { Entry } from "../../lib/timeline/schema";
import { KIND_WORDS } from "../../lib/timeline/words";
import { IconButton } from "../ui/icon-button";
import { EntryBody } from "./entry-body";
import { EntryMenu, type EntryAction } from "./entry-menu";
import { RailEntry } from "./rail-entry";
import type { RailPhase } from "./rail";

interface Props {
  entry: Entry;
  incidentRef: string;
  zone: string;
  phase: RailPhase;
  since: string | null;
  mayEdit: boolean;
  mayRedact: boolean;
  current: boolean;
  onAct(entry: Entry, action: EntryAction): void;
}

const PLAIN = ["note", "hypothesis", "status", "severity", "role"];
/** Who wrote it; nothing where the words name them already. */
function writerOf(entry: Entry, zone: string): string | null {
  if (entry.deletedAt) return `${entry.author.name}, ${clock(entry.deletedAt, zone)}`;
  if (entry.kind === "role" && entry.data.personId === entry.author.id && !entry.body) return null;
  return entry.data.saidBy ?? entry.author.name;
}

/** Written so much later that it is worth a word. */
const LATE = 5 * 60;

/** One entry of the timeline with what may be done with it. Drawn again only when it changed. */
export const EntryRow = memo(function EntryRow({ entry, incidentRef, zone, phase, since, mayEdit, mayRedact, current, onAct }: Props) {
  const gone = entry.deletedAt !== null;
  const late = secondsBetween(entry.occurredAt, entry.recordedAt) > LATE;
  const meta = gone
    ? []
    : [
        PLAIN.includes(entry.kind) || entry.data.callId ? null : KIND_WORDS[entry.kind].toLowerCase(),
        entry.data.saidBy ? `written down by ${entry.author.name}` : null,
        late && !entry.knownLater ? `written ${dayClock(entry.recordedAt, zone, entry.occurredAt).replace(/^today /, "")}` : null,
        entry.editedAt ? (
          <button key="edited" type="button" className="link touch" onClick={() => onAct(entry, "history")}>
            edited
          </button>
        ) : null,
        entry.redactedAt ? "redacted in part" : null,
        entry.sourceUrl ? (
          <a key="source" className="link" href={entry.sourceUrl} target="_blank" rel="noopener noreferrer">
            source
          </a>
        ) : null,
      ];
  return (
    <RailEntry
      id={entry.id}
      kind={entry.kind}
      phase={phase}
      at={entry.occurredAt}
      zone={zone}
      since={since}
      href={paths.entry(incidentRef, entry.id)}
      approximate={entry.precision === "approximate"}
      starred={entry.starred}
      gone={gone}
      current={current}
      by={writerOf(entry, zone)}
      meta={meta}
      actions={
        gone || !mayEdit ? null : (
          <>
            <IconButton
              size="sm"
              label={entry.starred ? "Take the star away" : "Star"}
              pressed={entry.starred}
              icon={<Star aria-hidden />}
              onClick={() => onAct(entry, "star")}
            />
            <IconButton size="sm" label="Edit" icon={<Pencil aria-hidden />} onClick={() => onAct(entry, "edit")} />
            <EntryMenu entry={entry} mayRedact={mayRedact} onAct={onAct} />
          </>
        )
      }
    >
      <EntryBody
        entry={entry}
        undo={
          gone && mayEdit && !entry.redactedAt ? (
            <button type="button" className="link" onClick={() => onAct(entry, "restore")}>
              Bring it back
            </button>
          ) : null
        }
      />
    </RailEntry>
  );
});
