"use client";

import type { ReactNode } from "react";
import { clock, day, relative } from "../../lib/dates";
import type { Incident } from "../../lib/incidents/schema";
import { BURNING_STATUSES } from "../../lib/incidents/words";
import { plainLine } from "../../lib/timeline/rules";
import { useNow } from "./use-now";

interface Props {
  incident: Incident;
  zone: string;
  serverNow: number;
  /** Puts a command into the composer, where one may write. */
  onSay?: (command: string) => void;
}

/** One block at the head, made of the last such entries: what we know, who is hurt, what is being tried, when the next update is due. */
export function WhereAreWe({ incident, zone, serverNow, onSay }: Props) {
  const now = useNow(15_000) || serverNow;
  const { known, impact, trying, nextUpdateAt } = incident.now;
  const burning = BURNING_STATUSES.includes(incident.status);
  if (!burning && !known && !impact) return null;
  const late = nextUpdateAt !== null && Date.parse(nextUpdateAt) < now;
  return (
    <section
      aria-label="Where are we"
      className="grid divide-hairline rounded-md border border-line bg-raised max-md:divide-y md:grid-cols-[1.35fr_1.1fr_1.2fr_.8fr] md:divide-x"
    >
      <Cell title="We know" empty="Nothing for certain yet" command="/evidence " onSay={onSay}>
        {known ? plainLine(known) : null}
      </Cell>
      <Cell title="Who is hurt" empty="Nobody has said yet" command="/impact " onSay={onSay}>
        {impact ? plainLine(impact) : null}
      </Cell>
      <Cell title={burning ? "Being tried" : "Tried last"} empty="Nothing yet" command="/trying " onSay={onSay}>
        {trying[0] ? (
          <>
            {plainLine(trying[0])}
            {trying.length > 1 ? <span className="mt-0.5 block text-13 text-soft">before: {trying.slice(1).map(plainLine).join(" · ")}</span> : null}
          </>
        ) : null}
      </Cell>
      {burning || nextUpdateAt ? (
        <Cell title="Next update" empty="Not promised" command="/update 30m" onSay={onSay}>
          {nextUpdateAt ? (
            <span className={late ? "text-caution" : undefined}>
              {day(nextUpdateAt, zone, now) === "today" ? clock(nextUpdateAt, zone) : `${day(nextUpdateAt, zone, now)} ${clock(nextUpdateAt, zone)}`},{" "}
              {late ? `due ${relative(nextUpdateAt, now)}` : relative(nextUpdateAt, now)}
            </span>
          ) : null}
        </Cell>
      ) : null}
    </section>
  );
}

function Cell({
  title,
  empty,
  command,
  onSay,
  children,
}: {
  title: string;
  empty: string;
  command: string;
  onSay?: ((command: string) => void) | undefined;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0 px-4 py-3">
      <h2 className="text-12 text-soft">{title}</h2>
      {children ? (
        <p className="isolate-text mt-0.5 line-clamp-3 text-14 leading-[1.4]" data-where={title}>
          {children}
        </p>
      ) : (
        <p className="mt-0.5 text-faint">
          {onSay ? (
            <button type="button" className="link touch text-left text-faint hover:text-ink" onClick={() => onSay(command)}>
              {empty}
            </button>
          ) : (
            empty
          )}
        </p>
      )}
    </div>
  );
}
