"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { factorsQuery, useUpdateFactor } from "../../../lib/factors/client";
import { inOrder } from "../../../lib/factors/rules";
import type { Factor } from "../../../lib/factors/schema";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_WORDS } from "../../../lib/factors/words";
import { Frame } from "../../room/dialogs/frame";
import { useSending } from "../../room/dialogs/use-sending";
import { useRoom } from "../../room/room-context";
import { RadioKeys } from "../../ui/radio-keys";

interface Props {
  words: string;
  /** Where they stand, as a path. */
  section: string;
  onClose: () => void;
  /** `undo` takes the evidence out again. */
  onCited: (factor: Factor, undo: () => void) => void;
}

const MOST = 180;

/** Words of the document as evidence of a factor: they are cited, and lead back here. */
export default function CiteWords({ words, section, onClose, onCited }: Props) {
  const { incidentRef } = useRoom();
  const factors = inOrder(useQuery(factorsQuery(incidentRef)).data?.items ?? []);
  const [chosen, setChosen] = useState<string | null>(factors[0]?.id ?? null);
  const cache = useQueryClient();
  const update = useUpdateFactor(incidentRef);
  const sending = useSending(onClose);
  const cut = [...words];
  const label = cut.length > MOST ? `${cut.slice(0, MOST).join("")} …` : words;

  const send = () =>
    sending.send(async () => {
      const factor = factors.find(({ id }) => id === chosen);
      if (!factor) return;
      const url = new URL(section, location.href).href;
      const evidence = [...factor.evidence.filter((one) => one.label !== label || one.url !== url), { kind: "url" as const, url, label }];
      const saved = await update.mutateAsync({ id: factor.id, input: { evidence }, ifMatch: factor.version });
      onCited(saved, () => {
        const now = cache.getQueryData(factorsQuery(incidentRef).queryKey)?.items.find(({ id }) => id === saved.id) ?? saved;
        update.mutate({ id: saved.id, input: { evidence: now.evidence.filter((one) => one.label !== label || one.url !== url) } });
      });
    });

  return (
    <Frame
      title="Evidence of which factor?"
      description={<span className="isolate-text">“{label}”</span>}
      action="Cite it"
      sending={sending}
      onClose={onClose}
      onSend={() => void send()}
      disabled={chosen === null}
      width="md"
    >
      {factors.length ? (
        <RadioKeys
          legend="The factor"
          columns={2}
          choices={factors.map(({ id, tag, group, role }) => ({
            value: id,
            label: tag,
            hint: `${FACTOR_GROUP_WORDS[group]}, ${FACTOR_ROLE_WORDS[role].toLowerCase()}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : (
        <p className="text-soft">Nobody has named a factor yet. Name one first; then words can stand as its evidence.</p>
      )}
    </Frame>
  );
}
