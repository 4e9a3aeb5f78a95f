import Link from "next/link";
import { clock, dayKey, shortDate } from "../../lib/dates";
import type { IncidentRow } from "../../lib/incidents/schema";
import { firstLine } from "../../lib/inbox/rules";
import { paths, sectionPath } from "../../lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { StatusGlyph } from "../incidents/status-glyph";
import { timeTip } from "../times/time";
import { MarkedText } from "../ui/marked-text";

interface Props {
  incident: IncidentRow;
  zone: string;
}

const LINE = "isolate-text mt-0.5 text-13 text-soft [overflow-wrap:anywhere]";

/** Where a snippet stands that is no entry. */
const FOUND_IN = { title: "", entry: "", summary: "Summary", change: "What changed", factor: "What combined", action: "What follows", section: "" };

/** Under the title: where it was found, leading to the very entry; else where it stands. */
export function SecondLine({ incident, zone }: Props) {
  const { snippet } = incident;
  if (!snippet || snippet.kind === "title") return <Standing incident={incident} />;
  const mode = <Mode incident={incident} />;
  if (snippet.section) {
    return (
      <p className={`${LINE} line-clamp-2`}>
        {mode}
        <Link prefetch={false} href={sectionPath(incident.ref, snippet.section)} className="relative z-1 rounded-sm hover:text-ink hover:underline">
          {snippet.section.published ? "Post-mortem" : "Draft of its post-mortem"}
          {snippet.section.heading ? `, ${snippet.section.heading}` : ""} <span aria-hidden="true">·</span> <MarkedText>{snippet.text}</MarkedText>
          <span className="sr-only"> in {incident.ref}</span>
        </Link>
      </p>
    );
  }
  if (!snippet.entryId || !snippet.at) {
    return (
      <p className={`${LINE} line-clamp-2`}>
        {mode}
        {FOUND_IN[snippet.kind]} <span aria-hidden="true">·</span> <MarkedText>{snippet.text}</MarkedText>
      </p>
    );
  }
  const sameDay = dayKey(snippet.at, zone) === dayKey(incident.declaredAt, zone);
  return (
    <p className={`${LINE} line-clamp-2`}>
      {mode}
      <Link prefetch={false} href={paths.entry(incident.ref, snippet.entryId)} className="relative z-1 rounded-sm hover:text-ink hover:underline">
        <time dateTime={snippet.at} data-tip={timeTip(snippet.at, zone)}>
          {sameDay ? clock(snippet.at, zone) : `${shortDate(snippet.at, zone)} ${clock(snippet.at, zone)}`}
        </time>{" "}
        <span aria-hidden="true">·</span> <MarkedText>{snippet.text}</MarkedText>
        <span className="sr-only"> in {incident.ref}</span>
      </Link>
    </p>
  );
}

/** What is no ordinary incident says so, where its severity leaves no place for it. */
function Mode({ incident }: { incident: IncidentRow }) {
  if (incident.mode === "incident" || !incident.severity) return null;
  return (
    <>
      <ModeMark mode={incident.mode} className="align-top" />
      <span aria-hidden="true"> · </span>
    </>
  );
}

/** Its status, who leads it while it is open, and the beginning of its summary. */
function Standing({ incident }: { incident: IncidentRow }) {
  const isOpen = ["triage", "investigating", "identified", "mitigated"].includes(incident.status);
  const lead = incident.roles.find((held) => held.role === "lead")?.person.name;
  const summary = firstLine(incident.summary);
  const words = isOpen ? [lead ? `led by ${lead}` : "no lead yet", summary] : [incident.mergedInto ? `goes on in ${incident.mergedInto}` : "", summary];
  return (
    <p className={`${LINE} line-clamp-2 lg:line-clamp-1`}>
      <Mode incident={incident} />
      <StatusGlyph status={incident.status} className={`align-top text-13 ${isOpen ? "" : "!font-normal !text-soft"}`} />
      {words.filter(Boolean).map((word) => (
        <span key={word} className="isolate-text">
          <span aria-hidden="true"> · </span>
          {word}
        </span>
      ))}
    </p>
  );
}
