"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { factorsQuery } from "../../lib/factors/client";
import { paths } from "../../lib/paths";
import { Panel } from "./panel";
import { useRoom } from "./room-context";

// The picture stands in the page already; what draws it again comes after what a room needs first.
const MiniMap = lazy(() => import("../factors/mini-map"));

/** What combined, small: the way to the page on which it is worked out. */
export function CombinedPanel() {
  const { incidentRef } = useRoom();
  const factors = useQuery(factorsQuery(incidentRef)).data?.items;
  if (!factors?.length) return null;
  const words = factors.map((factor) => factor.tag).join(", ");
  return (
    <Panel title="What combined" aside={factors.length}>
      <a href={paths.incidentFactors(incidentRef)} aria-label={`What combined: ${words}`} className="block rounded-sm">
        <Suspense>
          <MiniMap factors={factors} />
        </Suspense>
      </a>
    </Panel>
  );
}
