import Link from "next/link";
import type { Change } from "../../lib/changes/schema";
import { CHANGE_KIND_WORDS } from "../../lib/changes/words";
import { dayKey, longDay } from "../../lib/dates";
import { ENVIRONMENT_WORDS } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { Time } from "../times/time";
import { DiffCounts } from "./diff-counts";

/** What was altered, day by day, the latest first. */
export function ChangeList({ changes, zone }: { changes: readonly Change[]; zone: string }) {
  const days = new Map<string, Change[]>();
  for (const change of changes) {
    const key = dayKey(change.occurredAt, zone);
    days.set(key, [...(days.get(key) ?? []), change]);
  }
  return [...days].map(([key, ofDay]) => (
    <section key={key} aria-label={longDay(ofDay[0]!.occurredAt, zone)} className="pt-5">
      <h2 className="pb-1.5 font-semibold text-14">{longDay(ofDay[0]!.occurredAt, zone)}</h2>
      <ul className="border-hairline border-b">
        {ofDay.map((change) => (
          <Row key={change.id} change={change} zone={zone} />
        ))}
      </ul>
    </section>
  ));
}

function Row({ change, zone }: { change: Change; zone: string }) {
  const facts = [
    CHANGE_KIND_WORDS[change.kind].toLowerCase(),
    change.environment === "production" ? null : ENVIRONMENT_WORDS[change.environment].toLowerCase(),
    change.actor,
  ].filter(Boolean);
  return (
    <li
      data-row
      className="relative grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-hairline border-t py-2.5 hover:bg-hover sm:grid-cols-[3.25rem_minmax(0,1fr)_minmax(0,13rem)_9rem] lg:grid-cols-[3.25rem_minmax(0,1fr)_minmax(0,20rem)_10rem]"
    >
      <Time at={change.occurredAt} zone={zone} className="text-soft" />
      <span className="min-w-0">
        <Link
          data-row-link
          prefetch={false}
          href={paths.change(change.id)}
          className="isolate-text block font-[550] after:absolute after:inset-0 [overflow-wrap:anywhere]"
        >
          {change.summary}
        </Link>
        <span className="isolate-text block text-13 text-soft">{facts.join(" · ")}</span>
      </span>
      <span className="isolate-text min-w-0 truncate font-mono text-12 text-soft leading-5 max-sm:col-start-2">
        {[change.before, change.after].filter(Boolean).join(" → ")}
      </span>
      <span className="text-13 text-soft max-sm:col-start-2 sm:text-right">
        {change.service ? (
          <Link prefetch={false} href={paths.service(change.service.id)} className="isolate-text relative block truncate hover:text-ink hover:underline">
            {change.service.name}
          </Link>
        ) : null}
        <DiffCounts change={change} />
      </span>
    </li>
  );
}
