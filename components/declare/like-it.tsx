"use client";

import { useOpenLike } from "../../lib/declare/client";
import { ExposedRows } from "../exposed/exposed-list";
import { LikeRow } from "./like-row";
import { OpenRow } from "./open-row";
import type { Declaration } from "./use-declaration";
import { useNow } from "./use-now";

const EXPOSED = 4;
export const LIKE_IT = "declare-like-it";

/** Incidents like what is being typed: the open ones first, for one fire wants one room; then those of the past. */
export function LikeIt({
  declaration,
  heading: Heading = "h3",
}: {
  declaration: Declaration /** Under the title of a sheet, or of a page. */;
  heading?: "h2" | "h3";
}) {
  const { data, asks, isFetching, isError } = useOpenLike(declaration.draft);
  const now = useNow();
  const open = asks ? (data?.open ?? []) : [];
  const past = asks ? (data?.past ?? []) : [];
  const exposed = asks ? (data?.stillExposed ?? []) : [];
  const nothing = open.length + past.length + exposed.length === 0;
  return (
    <div id={LIKE_IT} tabIndex={-1} className="outline-none" aria-busy={isFetching}>
      <p role="status" className="sr-only">
        {nothing ? "" : `${open.length} open and ${past.length} past incidents like it`}
      </p>
      {open.length ? (
        <section aria-labelledby={`${LIKE_IT}-open`} className="mb-6 animate-settle">
          <Heading id={`${LIKE_IT}-open`} className="font-semibold">
            Open now, and like it
          </Heading>
          <p className="mb-1 text-13 text-soft">One fire, one room: is it this one?</p>
          <ul>
            {open.map((incident) => (
              <OpenRow key={incident.id} incident={incident} declaration={declaration} now={now} />
            ))}
          </ul>
        </section>
      ) : null}
      {exposed.length ? (
        <section aria-labelledby={`${LIKE_IT}-exposed`} className="mb-6 animate-settle">
          <Heading id={`${LIKE_IT}-exposed`} className="font-semibold">
            Still exposed
          </Heading>
          <p className="mb-2 text-13 text-soft">Left open by incidents before, where this one seems to be</p>
          <ExposedRows items={exposed.slice(0, EXPOSED)} more={Math.max(0, exposed.length - EXPOSED)} beside />
        </section>
      ) : null}
      {past.length ? (
        <section aria-labelledby={`${LIKE_IT}-past`} className="animate-settle">
          <Heading id={`${LIKE_IT}-past`} className="mb-1 font-semibold">
            Seen before
          </Heading>
          <ul>
            {past.map((incident) => (
              <LikeRow key={incident.id} incident={incident} all={past} now={now} />
            ))}
          </ul>
        </section>
      ) : null}
      {nothing ? <p className="text-13 text-soft leading-5">{quietWords(asks, isFetching, isError)}</p> : null}
    </div>
  );
}

function quietWords(asks: boolean, isFetching: boolean, isError: boolean): string {
  if (!asks) return "As you type, incidents like it come up here: those open now, to join instead, and those of the past, with what helped then.";
  if (isError) return "The search for incidents like it did not get through. You can declare all the same.";
  return isFetching ? "Looking for incidents like it …" : "Nothing like it is open, and nothing like it was written down before.";
}
