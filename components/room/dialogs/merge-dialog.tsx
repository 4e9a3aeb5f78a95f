"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, queryString } from "../../../lib/http/fetch";
import { useMerge } from "../../../lib/incidents/client";
import type { Incident, IncidentPage } from "../../../lib/incidents/schema";
import { paths } from "../../../lib/paths";
import { type Choice, Combobox } from "../../ui/combobox";
import { Frame, Labelled } from "./frame";
import { useSending } from "./use-sending";

/** One fire, one room. Nothing is moved; both histories stay readable. */
export default function MergeDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const router = useRouter();
  const [into, setInto] = useState<Choice[]>([]);
  const merge = useMerge(incident.ref);
  const sending = useSending(onClose);
  const [chosen] = into;
  const choices = async (query: string) => {
    const page = await api<IncidentPage>("GET", `/incidents${queryString({ q: query.trim() || undefined, limit: 10 })}`);
    return page.items.filter((row) => row.ref !== incident.ref && row.status !== "merged").map((row) => ({ id: row.ref, label: row.ref, hint: row.title }));
  };
  return (
    <Frame
      title={`Merge ${incident.ref} into another`}
      description="It goes on in the other room. Nothing is moved and both timelines stay readable. A merge is final."
      action={chosen ? `Go on in ${chosen.label}` : "Merge"}
      disabled={!chosen}
      sending={sending}
      onClose={onClose}
      onSend={() =>
        chosen &&
        void sending.send(async () => {
          await merge.mutateAsync(chosen.id);
          router.push(paths.incident(chosen.id));
        })
      }
    >
      <Labelled label="Which incident goes on?" error={sending.refusal?.fields.into}>
        {(field) => <Combobox {...field} single value={into} onChange={setInto} choices={choices} placeholder="INC-12, or words of its title" />}
      </Labelled>
    </Frame>
  );
}
