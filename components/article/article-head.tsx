import { Lock } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { longDate, offset } from "../../lib/dates";
import { paths } from "../../lib/paths";
import type { Person } from "../../lib/people/schema";
import type { VersionRow } from "../../lib/postmortems/schema";

interface Props {
  incidentRef: string;
  version: VersionRow;
  isPrivate: boolean;
}

/** What it is called, who wrote it and who read it before it went out, when, and in which zone its times are. */
export function ArticleHead({ incidentRef, version, isPrivate }: Props) {
  const { n, title, authors, reviewers, publishedAt, zone, note } = version;
  const approved = reviewers.filter(({ state }) => state === "approved").map(({ person }) => person);
  const parts: ReactNode[] = [
    authors.length ? (
      <>
        Written by <People people={authors} />
      </>
    ) : null,
    approved.length ? (
      <>
        approved by <People people={approved} />
      </>
    ) : (
      "published without a review"
    ),
    <time key="at" dateTime={publishedAt} className="whitespace-nowrap">
      {longDate(publishedAt, zone)}
    </time>,
    <span key="zone" className="inline-block">
      times in {zone.replaceAll("_", " ")}
      {zone === "UTC" ? "" : ` (${offset(publishedAt, zone)})`}
    </span>,
  ].filter(Boolean);
  return (
    <header>
      <p className="font-mono text-13 text-soft">
        {isPrivate ? <Lock aria-label="Private" role="img" className="mr-1.5 inline size-3.5 -translate-y-px" /> : null}
        {incidentRef}, version {n}
      </p>
      <h1 className="isolate-text mt-2 font-semibold font-serif text-36 tracking-[-0.014em] [overflow-wrap:anywhere] max-md:text-28 print:text-[24pt]">
        {title}
      </h1>
      <p className="isolate-text mt-3 text-pretty text-14 text-soft leading-[1.55] [overflow-wrap:anywhere]">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of parts, drawn as a whole
          <Fragment key={at}>
            {at ? <span aria-hidden="true"> · </span> : null}
            {part}
          </Fragment>
        ))}
      </p>
      {note ? <p className="isolate-text mt-2 text-14 text-soft italic leading-[1.55]">{note}</p> : null}
    </header>
  );
}

/** "Ada, Ben and Chen", each leading to them. */
function People({ people }: { people: readonly Person[] }) {
  return people.map((person, at) => (
    <Fragment key={person.id}>
      {at === 0 ? "" : at === people.length - 1 ? " and " : ", "}
      <a href={paths.person(person.id)} className="rounded-sm hover:text-ink hover:underline">
        {person.name}
      </a>
    </Fragment>
  ));
}
