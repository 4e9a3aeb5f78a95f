"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { incidentQuery } from "../../../lib/incidents/client";
import { FiguresBlock } from "../../blocks/figures-block";
import { OffSwitch } from "../../nets/off-switch";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import type { EditProps } from "./edit-props";

const EditDialog = lazy(() => import("../../room/dialogs/edit-dialog"));

/** Figures follow from the timeline; what was given with the incident is corrected here, and how it was ended. */
export default function EditFigures({ filter, blocks }: EditProps) {
  const { incidentRef, zone } = useRoom();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const [open, setOpen] = useState(false);
  if (!incident) return null;
  return (
    <>
      <FiguresBlock filter={filter} blocks={blocks} zone={zone} />
      <Button size="sm" className="mt-3" onClick={() => setOpen(true)}>
        Correct when it began, who noticed, what it touched …
      </Button>
      <OffSwitch incident={incident} mayWrite={incident.can.includes("timeline.edit")} />
      {open ? (
        <Suspense>
          <EditDialog incident={incident} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
