"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useAddChange } from "../../lib/beside/client";
import { ApiProblem } from "../../lib/http/fetch";
import { incidentQuery } from "../../lib/incidents/client";
import { draftKey, drafts } from "../../lib/outbox/drafts";
import { toChoices } from "../directory/choices";
import { useRoom } from "../room/room-context";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/toast";
import { type ChangeValues, inputOf, valuesOf } from "./change-fields";
import { ChangeForm } from "./change-form";

/** Tells of a change by hand. What is typed stays in this browser until it is told. */
export default function AddChange({ onClose }: { onClose: () => void }) {
  const { incidentRef, me, zone } = useRoom();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const add = useAddChange(incidentRef);
  const key = draftKey(me.id, `change ${incidentRef}`);
  const [values] = useState(() => (drafts().get(key) as ChangeValues | undefined) ?? valuesOf(null, toChoices(incident?.services ?? [])));
  const keep = useCallback((typed: ChangeValues) => drafts().set(key, { ...typed }), [key]);

  async function tell({ diff, ...typed }: ChangeValues) {
    // The empty summary is refused here, for the diff would else have been read for nothing.
    if (!typed.summary.trim()) throw new ApiProblem("INVALID", 422, { detail: "", errors: [{ path: "summary", message: "Say what was altered" }] });
    await add.mutateAsync({ input: inputOf({ ...typed, diff: "" }), ...(diff ? { diff } : {}) }).catch((error: unknown) => {
      // Its diff is a request of its own: what is wrong with it stands beside it.
      if (error instanceof ApiProblem && diff && error.errors.every(({ path }) => path === "") && error.code !== "OFFLINE")
        throw new ApiProblem(error.code, error.status, { detail: error.message, errors: [{ path: "diff", message: error.message }] });
      throw error;
    });
    drafts().set(key, undefined);
    toast("It stands beside the incident and on its timeline");
    onClose();
  }
  return (
    <Dialog open onClose={onClose} title="Tell of a change" at="top" width="lg">
      <ChangeForm values={values} zone={zone} action="Tell of it" onType={keep} onSubmit={tell} onCancel={onClose} />
    </Dialog>
  );
}
