"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useAddFactor, useUpdateFactor } from "../../lib/factors/client";
import { evidenceKey, readEvidence } from "../../lib/factors/rules";
import type { AddFactor, Factor } from "../../lib/factors/schema";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_HINTS, FACTOR_ROLE_WORDS, FACTOR_ROLES } from "../../lib/factors/words";
import { isProblem } from "../../lib/http/fetch";
import { useDraft } from "../../lib/outbox/client";
import { tagsQuery } from "../../lib/tags/client";
import { Frame, Labelled } from "../room/dialogs/frame";
import { useSending } from "../room/dialogs/use-sending";
import { useRoom } from "../room/room-context";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { type Choice, Combobox } from "../ui/combobox";
import { RadioKeys } from "../ui/radio-keys";
import { Textarea } from "../ui/textarea";
import { asAdded, changesOf, type FactorValues, type Seed, seeded, valuesOf } from "./form-values";
import { useEvidence } from "./use-evidence";

interface Props {
  /** Left out, one is added from `seed`. */
  factor?: Factor | undefined;
  seed: Seed;
  factors: readonly Factor[];
  onClose: () => void;
}

const ROLES = FACTOR_ROLES.map((role) => ({ value: role, label: FACTOR_ROLE_WORDS[role], hint: FACTOR_ROLE_HINTS[role] }));

/** Adds a factor or corrects one. What is typed stays in this browser until it is saved, and who saves second loses nothing. */
export default function FactorForm({ factor, seed, factors, onClose }: Props) {
  const { incidentRef, me, zone } = useRoom();
  const [empty] = useState<FactorValues>(() => (factor ? valuesOf(factor) : seeded(seed)));
  const [values, setValues, forget] = useDraft<FactorValues>(me.id, `factor ${incidentRef} ${factor?.id ?? seed.key}`, empty);
  const [theirs, setTheirs] = useState<Factor | null>(null);
  const tags = useQuery(tagsQuery()).data?.items ?? [];
  const evidence = useEvidence(incidentRef, zone);
  const add = useAddFactor(incidentRef);
  const update = useUpdateFactor(incidentRef);
  const sending = useSending(done);
  const sent = useRef<AddFactor>(undefined);
  const errors = sending.refusal?.fields ?? {};
  const set = (change: Partial<FactorValues>) => setValues({ ...values, ...change });

  function done() {
    forget();
    onClose();
  }

  const send = () => sending.send(() => (factor ? save(factor) : create()));

  async function create() {
    const input = asAdded(values);
    // Tried again, it is the same request: once, however often it had to be sent.
    if (JSON.stringify(sent.current) !== JSON.stringify(input)) sent.current = input;
    await add.mutateAsync(sent.current!);
  }

  async function save(before: Factor) {
    const base = theirs ?? before;
    const input = changesOf(values, base);
    if (!input) return;
    try {
      await update.mutateAsync({ id: before.id, input, ifMatch: theirs?.version ?? values.version ?? before.version });
    } catch (error) {
      if (isProblem(error, "CONFLICT")) setTheirs(error.current as Factor);
      throw error;
    }
  }

  const choiceOf = (label: string): Choice => ({ id: label, label });
  const tagChoices = [...tags]
    .sort((a, b) => Number(b.group === seed.group) - Number(a.group === seed.group))
    .map((tag): Choice => ({ id: tag.label, label: tag.label, hint: FACTOR_GROUP_WORDS[tag.group] }));
  const others = factors.filter((one) => one.id !== factor?.id).map((one): Choice => ({ id: one.id, label: one.tag, hint: FACTOR_GROUP_WORDS[one.group] }));

  return (
    <Frame
      title={factor ? "This factor" : "What else was needed for it to happen?"}
      description={factor ? undefined : "A condition without which it would have gone otherwise. It is rarely one thing, and never a person."}
      action={theirs ? "Save mine over it" : factor ? "Save" : "Add the factor"}
      sending={sending}
      onClose={onClose}
      onSend={send}
      width="md"
    >
      {theirs ? (
        <Banner
          tone="caution"
          title="Someone saved this meanwhile"
          actions={
            <Button size="sm" onClick={() => setValues(valuesOf(theirs))}>
              Take theirs
            </Button>
          }
        >
          Theirs: {theirs.tag}, {FACTOR_ROLE_WORDS[theirs.role].toLowerCase()}. {theirs.why} Yours is kept below.
        </Banner>
      ) : null}
      <Labelled label="Tag" hint="What kind of condition; its group comes with it" error={errors.tag ?? errors.group}>
        {(field) => (
          <Combobox
            {...field}
            single
            value={values.tag === null ? [] : [choiceOf(values.tag)]}
            onChange={([chosen]) => set({ tag: chosen?.id ?? null })}
            choices={tagChoices}
            placeholder="Type to find: timeout, DNS, flag …"
            nothing="No such tag. Take the nearest and say the rest below, or ask an admin to add one"
          />
        )}
      </Labelled>
      <RadioKeys legend="Its role" columns={3} choices={ROLES} value={values.role} onChange={(role) => role && set({ role })} />
      <Labelled label="Why" hint="What about it made the difference? Say it so that it is understood in two years" error={errors.why}>
        {(field) => <Textarea {...field} rows={3} value={values.why} onChange={(event) => set({ why: event.target.value })} />}
      </Labelled>
      <Labelled label="Evidence" hint="Entries and changes of this incident, or a link: paste it" error={errors.evidence}>
        {(field) => (
          <Combobox
            {...field}
            value={values.evidence.map((one) => ({
              id: evidenceKey(one),
              label: `${evidence.labelOf(one)}${one.file ? ` · ${one.file}:${one.line ?? ""}` : ""}`,
            }))}
            onChange={(chosen) =>
              set({ evidence: chosen.flatMap(({ id }) => values.evidence.find((one) => evidenceKey(one) === id) ?? readEvidence(id) ?? []) })
            }
            choices={evidence.choicesFor}
            placeholder="Type to find, or paste a link"
            nothing="Nothing of this incident holds these words"
          />
        )}
      </Labelled>
      {others.length ? (
        <Labelled label="Combines with" hint="Neither would have been enough without the other" error={errors.combinesWith}>
          {(field) => (
            <Combobox
              {...field}
              value={others.filter((one) => values.combinesWith.includes(one.id))}
              onChange={(chosen) => set({ combinesWith: chosen.map((one) => one.id) })}
              choices={others}
              placeholder="Another factor"
            />
          )}
        </Labelled>
      ) : null}
    </Frame>
  );
}
