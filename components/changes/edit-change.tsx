"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useUpdateChange } from "../../lib/beside/client";
import { diffPath } from "../../lib/changes/client";
import type { IncidentChange } from "../../lib/changes/schema";
import { api } from "../../lib/http/fetch";
import { listKey } from "../../lib/live/lists";
import { useRoom } from "../room/room-context";
import { Dialog } from "../ui/dialog";
import { type ChangeValues, editsOf, valuesOf } from "./change-fields";
import { ChangeForm } from "./change-form";

/** Corrects a change wherever it stands, and puts its diff where one is given. */
export default function EditChange({ change, onClose }: { change: IncidentChange; onClose: () => void }) {
  const { incidentRef, zone } = useRoom();
  const update = useUpdateChange(incidentRef);
  const cache = useQueryClient();

  async function save(values: ChangeValues) {
    const input = editsOf(values, change);
    if (Object.keys(input).length) await update.mutateAsync({ id: change.id, input, ifMatch: change.version });
    if (values.diff) await api("PUT", diffPath(change.id, incidentRef), { text: values.diff });
    void cache.invalidateQueries({ queryKey: listKey("changes", incidentRef) });
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Correct this change"
      at="top"
      width="lg"
      description={change.hasDiff ? "It has a diff; another one given here takes its place." : undefined}
    >
      <ChangeForm values={valuesOf(change)} zone={zone} action="Save" onSubmit={save} onCancel={onClose} />
    </Dialog>
  );
}
