"use client";

import type { Incident } from "../../lib/incidents/schema";
import type { Entry } from "../../lib/timeline/schema";
import { ExposedPanel } from "../exposed/exposed-panel";
import { CombinedPanel } from "./combined-panel";
import { FactsPanel } from "./facts-panel";
import { TheoriesPanel } from "./theories-panel";

interface Props {
  incident: Incident;
  entries: readonly Entry[];
  onRuleOut: (entry: Entry) => void;
}

/** What one reads at the side of the room once one knows who is there. */
export default function RoomSide({ incident, entries, onRuleOut }: Props) {
  return (
    <>
      <CombinedPanel />
      <TheoriesPanel entries={entries} canWrite={incident.can.includes("timeline.add")} onRuleOut={onRuleOut} />
      <ExposedPanel />
      <FactsPanel incident={incident} />
    </>
  );
}
