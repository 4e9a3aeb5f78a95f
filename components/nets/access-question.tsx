"use client";

import Link from "next/link";
import { useState } from "react";
import { useUpdateIncident } from "../../lib/incidents/client";
import type { Incident } from "../../lib/incidents/schema";
import { paths } from "../../lib/paths";
import { Section } from "../layout/section";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { NoteField, unlessRewritten } from "./note-field";
import { YesNo } from "./yes-no";

/** Could one person do this alone, and should they be able to? It is asked of access, never of a person. */
export function AccessQuestion({ incident, mayWrite }: { incident: Incident; mayWrite: boolean }) {
  const update = useUpdateIncident(incident.ref);
  const [writing, setWriting] = useState(false);
  const { onePersonCould, onePersonShould, note } = incident.access;
  const say = (access: Partial<Incident["access"]>) => update.mutate({ input: { access } }, { onError: (error) => toast(error.message, { tone: "danger" }) });
  return (
    <Section id="access" title="Access" className="scroll-mt-16">
      <div className="grid gap-2.5">
        <YesNo legend="Could one person do this alone?" value={onePersonCould} disabled={!mayWrite} onChange={(value) => say({ onePersonCould: value })} />
        <YesNo legend="Should they be able to?" value={onePersonShould} disabled={!mayWrite} onChange={(value) => say({ onePersonShould: value })} />
      </div>
      {onePersonCould && onePersonShould === false ? (
        <p className="mt-2.5">
          Access is wider than you want it.{" "}
          {mayWrite ? (
            <Link href={paths.newAction(incident.ref, {})} prefetch={false} className="link print:hidden">
              Make an action item
            </Link>
          ) : null}
        </p>
      ) : null}
      {note && !writing ? <p className="isolate-text mt-2 whitespace-pre-line font-serif text-16 [overflow-wrap:anywhere]">{note}</p> : null}
      {writing ? (
        <NoteField
          label="A note on access"
          place={`access ${incident.ref}`}
          value={note}
          onSave={(text) =>
            unlessRewritten(
              (ifMatch) => update.mutateAsync({ input: { access: { note: text } }, ifMatch }),
              incident.version,
              (current: Incident) => (current.access.note === note ? current.version : null),
            )
          }
          onDone={() => setWriting(false)}
        />
      ) : mayWrite ? (
        <Button size="sm" variant="quiet" className="-ml-2.5 mt-1.5 print:hidden" onClick={() => setWriting(true)}>
          {note ? "Edit the note" : "Add a note"}
        </Button>
      ) : null}
      <p className="mt-1 text-12 text-soft">About access and its limits, never about a person.</p>
    </Section>
  );
}
