import type { IncidentChange } from "../../lib/changes/schema";
import { CHANGE_GROUP_WORDS, CHANGE_GROUPS, CHANGE_KIND_WORDS, changeGroupOf } from "../../lib/changes/words";
import { clock, shortDate } from "../../lib/dates";
import { ENVIRONMENT_WORDS } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { Verdict } from "../changes/verdict";
import { Ticks } from "../ui/ticks";
import { BlockDiff } from "./block-diff";
import type { BlockProps } from "./block";
import { Nothing } from "./nothing";

/** What was altered in the three places to look: last known good and now, how it was judged and why, and the lines that changed. */
export function ChangesBlock({ blocks, zone }: BlockProps) {
  const changes = blocks.changes ?? [];
  if (changes.length === 0) return <Nothing>Nobody has told of a change yet.</Nothing>;
  return (
    <div className="border-line border-b">
      {CHANGE_GROUPS.map((group) => {
        const mine = changes.filter((change) => changeGroupOf(change.kind) === group).sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
        if (mine.length === 0) return null;
        return (
          <div key={group} className="border-line border-t pt-2.5 pb-1">
            <p className="font-semibold text-13">{CHANGE_GROUP_WORDS[group]}</p>
            <ul>
              {mine.map((change) => (
                <Row key={change.id} change={change} diff={blocks.diffs?.[change.id]} incidentRef={blocks.incident.ref} zone={zone} />
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

interface RowProps {
  change: IncidentChange;
  diff: { text: string; cut: boolean } | undefined;
  incidentRef: string;
  zone: string;
}

function Row({ change, diff, incidentRef, zone }: RowProps) {
  const nothing = change.nothingChanged;
  const summary = nothing ? `Nothing changed: ${CHANGE_KIND_WORDS[change.kind].toLowerCase()}` : change.summary;
  const facts = [
    `${shortDate(change.occurredAt, zone)}, ${clock(change.occurredAt, zone)}`,
    nothing ? `checked by ${change.recordedBy.name}` : CHANGE_KIND_WORDS[change.kind].toLowerCase(),
    change.service?.name,
    change.environment === "production" ? null : ENVIRONMENT_WORDS[change.environment].toLowerCase(),
    change.actor,
  ].filter(Boolean);
  return (
    <li data-change={change.id} className="border-hairline border-t py-2.5 first:border-t-0">
      <div className="flex items-baseline justify-between gap-x-4">
        <p className="isolate-text min-w-0 font-[550] [overflow-wrap:anywhere]">
          <a href={paths.incidentChanges(incidentRef, change.id)} className="-my-0.5 inline-block py-0.5 hover:underline">
            <Ticks>{summary}</Ticks>
          </a>
        </p>
        <span className="shrink-0">
          <Verdict verdict={change.verdict} nothing={nothing} />
        </span>
      </div>
      <p className="isolate-text text-13 text-soft [overflow-wrap:anywhere]">{facts.join(" · ")}</p>
      {!nothing && (change.before || change.after) ? (
        <p className="isolate-text mt-0.5 font-mono text-13 [overflow-wrap:anywhere]">
          <span className="sr-only">Last known good: </span>
          <span className="text-soft">{change.before ?? "not said"}</span>
          <span aria-hidden="true" className="text-faint">
            {" → "}
          </span>
          <span className="sr-only">Now: </span>
          {change.after ?? "not said"}
        </p>
      ) : null}
      {change.why ? <p className="isolate-text mt-1 font-serif text-16 leading-[1.5] [overflow-wrap:anywhere]">{change.why}</p> : null}
      {diff ? <BlockDiff diff={diff} href={paths.changeLine(incidentRef, change.id)} /> : null}
    </li>
  );
}
