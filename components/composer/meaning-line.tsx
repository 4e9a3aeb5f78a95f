import { leavesPresentStatus, type Meaning } from "../../lib/composer/rules";
import { duration, stamp } from "../../lib/dates";
import { MITIGATION_WORDS, SEVERITY_HINTS, STATUS_WORDS } from "../../lib/incidents/words";
import { KIND_WORDS } from "../../lib/timeline/words";
import { Chip } from "../ui/chip";

interface Props {
  id: string;
  meaning: Meaning;
  refusal: string | null;
  zone: string;
  lastStatusAt: string | null;
}

/** Says what Enter will do, before it does it; and what is still missing. */
export function MeaningLine({ id, meaning, refusal, zone, lastStatusAt }: Props) {
  const chips = chipsOf(meaning, zone);
  const note = noteOf(meaning, lastStatusAt);
  const said = refusal ?? (meaning.does === "wait" ? meaning.why : note);
  return (
    <div id={id} aria-live="polite" className={chips.length || said ? "flex flex-wrap items-center gap-1.5 border-hairline border-t px-3.5 py-2" : "sr-only"}>
      {chips.map((chip) => (
        <Chip key={chip} tone="accent">
          {chip}
        </Chip>
      ))}
      {said ? (
        <span className={refusal ? "text-13 text-danger" : "text-13 text-soft"}>{said}</span>
      ) : (
        <span className="sr-only">Enter sends, Shift and Enter break the line, a slash begins a command</span>
      )}
    </div>
  );
}

function chipsOf(meaning: Meaning, zone: string): string[] {
  const chips: string[] = [];
  if (meaning.does === "status") chips.push(`Status → ${STATUS_WORDS[meaning.status]}`, ...(meaning.mitigation ? [MITIGATION_WORDS[meaning.mitigation]] : []));
  if (meaning.does === "severity") chips.push(`Severity → ${meaning.severity}`);
  if (meaning.does === "lead") chips.push(`Lead → ${meaning.name}`);
  if (meaning.does === "update") chips.push(`Next update in ${duration(meaning.inMinutes * 60)}`);
  if (meaning.does === "rule-out") chips.push("Rules a theory out");
  if (meaning.does === "entry" && meaning.kind !== "note") chips.push(meaning.state === "ruled_out" ? "Theory, ruled out" : KIND_WORDS[meaning.kind]);
  if ("knownLater" in meaning && meaning.knownLater) chips.push("Known later");
  if ("at" in meaning && meaning.at) chips.push(`at ${stamp(meaning.at, zone)}`);
  return chips;
}

function noteOf(meaning: Meaning, lastStatusAt: string | null): string | null {
  if (meaning.does === "severity") return SEVERITY_HINTS[meaning.severity];
  if (meaning.does === "status" && leavesPresentStatus(meaning.at, lastStatusAt ? new Date(lastStatusAt) : null))
    return "A later status stands: this one is written down and leaves the present status as it is.";
  return null;
}
