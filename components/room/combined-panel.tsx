"use client";

import { useQuery } from "@tanstack/react-query";
import { factorsQuery } from "../../lib/factors/client";
import { paths } from "../../lib/paths";
import { MiniMap } from "../factors/mini-map";
import { Panel } from "./panel";
import { useRoom } from "./room-context";

/** What combined, small: the way to the page on which it is worked out. */
export function CombinedPanel() {
  const { incidentRef } = useRoom();
  const factors = useQuery(factorsQuery(incidentRef)).data?.items;
  if (!factors?.length) return null;
  const words = factors.map((factor) => factor.tag).join(", ");
  return (
    <Panel title="What combined" aside={factors.length}>
      <a href={paths.incidentFactors(incidentRef)} aria-label={`What combined: ${words}`} className="block rounded-sm">
        <MiniMap factors={factors} />
      </a>
    </Panel>
  );
}
