import Link from "next/link";
import type { Change } from "@/lib/changes/schema";
import { CHANGE_KIND_WORDS } from "@/lib/changes/words";
import { paths } from "@/lib/paths";
import { Section } from "../layout/section";
import { Time } from "../times/time";

interface Props {
  changes: readonly Change[];
  more: boolean;
  serviceId: string;
  zone: string;
  now: number;
}

/** What was altered in a service lately, with the way to all of it. */
export function ServiceChanges({ changes, more, serviceId, zone, now }: Props) {
  const all = more ? (
    <Link href={paths.changes({ service: serviceId })} prefetch={false} className="link">
      All of them
    </Link>
  ) : null;
  return (
    <Section title="Changes" aside={all}>
      {changes.length === 0 ? (
        <p className="max-w-[36rem] text-soft leading-[1.55]">
          None told yet. One line in the deploy pipeline tells Candor of each release, and the next incident shows it beside its beginning.
        </p>
      ) : (
        <ul className="border-hairline border-b">
          {changes.map((change) => (
            <li
              key={change.id}
              data-row
              className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-hairline border-t py-2 hover:bg-hover sm:grid-cols-[7.5rem_minmax(0,1fr)_auto]"
            >
              <span className="text-13 text-soft leading-5.5 max-sm:order-3">{CHANGE_KIND_WORDS[change.kind]}</span>
              <span className="min-w-0">
                <Link
                  data-row-link
                  href={paths.change(change.id)}
                  prefetch={false}
                  className="isolate-text block truncate after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
                >
                  {change.summary}
                </Link>
                <span className="isolate-text block truncate text-13 text-soft">
                  {[
                    change.actor,
                    change.before && change.after ? `${change.before} → ${change.after}` : change.after,
                    change.diff ? `+${change.diff.added} −${change.diff.removed}` : null,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Time at={change.occurredAt} zone={zone} now={now} look="day-clock" className="relative z-1 text-right text-13 text-soft leading-5.5" />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
