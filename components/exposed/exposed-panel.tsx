"use client";

import { useQuery } from "@tanstack/react-query";
import { exposedQuery } from "../../lib/exposed/client";
import { paths } from "../../lib/paths";
import { Panel } from "../room/panel";
import { useRoom } from "../room/room-context";
import { ExposedRows } from "./exposed-list";

const SHOWN = 3;

/** At the side of the room: what past incidents like this left open. */
export function ExposedPanel() {
  const { incidentRef } = useRoom();
  const { data } = useQuery(exposedQuery(incidentRef));
  if (!data?.items.length) return null;
  const all = data.items.length + data.more;
  return (
    <Panel
      title="Still exposed"
      aside={
        all > SHOWN ? (
          <a href={paths.incidentActions(incidentRef)} className="link touch">
            All {all}
          </a>
        ) : null
      }
    >
      <ExposedRows items={data.items.slice(0, SHOWN)} />
    </Panel>
  );
}
