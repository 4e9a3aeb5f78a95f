import { Lock } from "lucide-react";
import Link from "next/link";
import { paths } from "../../lib/paths";
import type { PostmortemRow } from "../../lib/postmortems/schema";
import { SeverityBadge } from "../incidents/severity-badge";
import { Strip } from "../incidents/strip";
import type { Scale } from "../incidents/strip-phases";
import { Time } from "../times/time";
import { MarkedText } from "../ui/marked-text";

interface Props {
  row: PostmortemRow;
  scale: Scale;
  zone: string;
  now: number;
}

const WORDS_A_MINUTE = 220;
export const minutes = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE));
const MOST_NAMES = 3;

/** One of the library, as a journal lists it: what it is called, how it begins or what was found, the incident's strip, who wrote it. */
export function LibraryRow({ row, scale, zone, now }: Props) {
  const { incident, title, excerpt, heading, anchor, publishedAt, version, words, authors } = row;
  const isFound = excerpt.includes("\ue000");
  const named = authors.slice(0, MOST_NAMES).map(({ name }) => name);
  const others = authors.length - named.length;
  return (
    <li data-row className="relative border-hairline border-b py-5 transition-colors has-[[data-row-link]:hover]:bg-hover">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-13 text-soft leading-5">
        <span className="font-mono">{incident.ref}</span>
        {incident.severity ? <SeverityBadge severity={incident.severity} className="!h-5" /> : null}
        <span className="isolate-text min-w-0 flex-1 basis-16 truncate">{incident.services.map(({ name }) => name).join(", ")}</span>
        <Time at={publishedAt} zone={zone} look="day" now={now} className="whitespace-nowrap" />
      </p>
      <h2 className="mt-1.5 font-semibold font-serif text-22 tracking-[-0.008em]">
        {incident.visibility === "private" ? <Lock aria-label="Private" role="img" className="mr-1.5 inline size-4 -translate-y-0.5 text-soft" /> : null}
        <Link
          data-row-link
          prefetch={false}
          href={paths.postmortem(incident.ref)}
          className="isolate-text [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-sm focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-2"
        >
          {title}
        </Link>
      </h2>
      {excerpt ? (
        <p className="isolate-text mt-1.5 line-clamp-4 max-w-[44rem] font-serif text-16 leading-[1.55] [font-variant-numeric:lining-nums_proportional-nums] [overflow-wrap:anywhere]">
          {isFound && heading ? (
            <Link prefetch={false} href={paths.postmortem(incident.ref, { anchor })} className="link relative z-1 mr-1.5 font-sans text-13 text-soft">
              {heading}
            </Link>
          ) : null}
          <MarkedText>{excerpt}</MarkedText>
        </p>
      ) : null}
      <div className="mt-3 grid items-center gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(12rem,17rem)]">
        <p className="isolate-text min-w-0 text-13 text-soft">
          {named.join(", ")}
          {others > 0 ? ` and ${others} more` : ""}
          <span aria-hidden="true"> · </span>
          {minutes(words)} min to read
          {version > 1 ? (
            <>
              <span aria-hidden="true"> · </span>version {version}
            </>
          ) : null}
        </p>
        <Strip incident={incident} scale={scale} now={now} />
      </div>
    </li>
  );
}
