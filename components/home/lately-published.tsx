import Link from "next/link";
import type { Published } from "../../lib/home/rules";
import { paths } from "../../lib/paths";
import { namesOf } from "../../lib/postmortems/rules";
import { RelativeTime } from "../times/relative-time";
import { Section } from "../layout/section";

/** What was learned lately, to be read. */
export function LatelyPublished({ published, zone, now }: { published: readonly Published[]; zone: string; now: number }) {
  if (published.length === 0) return null;
  return (
    <Section
      title="Lately published"
      aside={
        <Link href={paths.postmortems()} className="link">
          All post-mortems
        </Link>
      }
    >
      <ul className="border-hairline border-t">
        {published.map(({ ref, title, words, authors, publishedAt }) => (
          <li key={ref} data-row className="flex items-baseline gap-3 border-hairline border-b py-2.5">
            <span className="w-14 shrink-0 font-mono text-13 text-soft">{ref}</span>
            <div className="min-w-0 flex-1">
              <Link
                href={paths.postmortem(ref)}
                prefetch={false}
                data-row-link
                className="isolate-text font-serif text-16 leading-6 [overflow-wrap:anywhere] hover:underline"
              >
                {title}
              </Link>
              <p className="isolate-text text-13 text-soft">
                {authors.length ? `${namesOf(authors)}, ` : ""}
                {Math.max(1, Math.round(words / 230))} min to read
              </p>
            </div>
            <RelativeTime at={publishedAt.toISOString()} zone={zone} now={now} className="shrink-0 text-13 text-soft" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
