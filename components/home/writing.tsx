import Link from "next/link";
import type { Draft } from "../../lib/home/rules";
import { paths } from "../../lib/paths";
import { POSTMORTEM_STATUS_WORDS } from "../../lib/postmortems/words";
import { RelativeTime } from "../times/relative-time";
import { Section } from "../layout/section";

/** The drafts that the reader was asked to read or writes in, and what waits to be begun. */
export function Writing({ drafts, zone, now }: { drafts: readonly Draft[]; zone: string; now: number }) {
  if (drafts.length === 0) return null;
  return (
    <Section title="Being written">
      <ul className="border-hairline border-t">
        {drafts.map(({ ref, title, status, updatedAt, isAsked, askedBy }) => (
          <li key={ref} data-row className="flex flex-wrap items-baseline gap-x-3 border-hairline border-b py-2">
            <span className="w-14 shrink-0 font-mono text-13 text-soft">{ref}</span>
            <Link
              href={paths.draft(ref)}
              prefetch={false}
              data-row-link
              className="isolate-text min-w-0 flex-1 [overflow-wrap:anywhere] hover:underline max-sm:basis-[calc(100%-4.25rem)]"
            >
              {title}
            </Link>
            <span className={`isolate-text shrink-0 text-13 max-sm:pl-17 ${isAsked ? "font-[550]" : "text-soft"}`}>
              {isAsked ? `${askedBy ?? "The team"} asks you to read it` : status ? POSTMORTEM_STATUS_WORDS[status] : "Resolved, and nobody has begun"}
            </span>
            <RelativeTime at={updatedAt.toISOString()} zone={zone} now={now} className="shrink-0 text-13 text-soft max-sm:hidden" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
