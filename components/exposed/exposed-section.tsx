"use client";

import { useQuery } from "@tanstack/react-query";
import { exposedQuery } from "../../lib/exposed/client";
import { Section } from "../layout/section";
import { useRoom } from "../room/room-context";
import { ExposedRows } from "./exposed-list";

/** On the page of what follows: what past incidents like this left open. */
export function ExposedSection() {
  const { incidentRef } = useRoom();
  const { data } = useQuery(exposedQuery(incidentRef));
  if (!data?.items.length) return null;
  return (
    <Section title="Still exposed">
      <p className="mb-3 text-13 text-soft">What incidents of the same services or factors left open.</p>
      <ExposedRows items={data.items} more={data.more} />
    </Section>
  );
}
