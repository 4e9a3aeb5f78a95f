"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { actionItemsQuery } from "../../lib/actions/client";
import type { ActionItem } from "../../lib/actions/schema";
import { incidentQuery } from "../../lib/incidents/client";
import type { Source } from "../../lib/sources/rules";
import { ExposedSection } from "../exposed/exposed-section";
import { HeldSection } from "../held/held-section";
import { Section } from "../layout/section";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { toast } from "../ui/toast";
import { useShortcuts } from "../layout/shortcuts";
import { ItemRow } from "./item-row";
import { SHEETS, type SheetName } from "./sheets";

const ItemDialog = lazy(() => import("./item-dialog"));

interface Props {
  today: string;
  /** What a new one is made from, where the address says so: the form stands open. */
  begin: Source | null;
}

/** What follows from an incident: its action items, what is still exposed, and whether what was done before held. */
export function IncidentActions({ today, begin }: Props) {
  const { incidentRef, me } = useRoom();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const items = useQuery(actionItemsQuery(incidentRef)).data?.items ?? [];
  const [making, setMaking] = useState<Source | null>(begin);
  const [sheet, setSheet] = useState<{ name: SheetName; item: ActionItem } | null>(null);
  const mayWrite = incident?.can.includes("action.write") ?? false;
  const Sheet = sheet ? SHEETS[sheet.name] : null;
  useShortcuts(mayWrite ? [{ keys: "a", label: "Add an action item", group: "On this page", run: () => setMaking({}) }] : []);

  function close() {
    setMaking(null);
    if (location.search) history.replaceState(null, "", location.pathname);
  }
  const add = mayWrite ? (
    <Button size={items.length ? "sm" : "md"} icon={<Plus aria-hidden="true" />} onClick={() => setMaking({})}>
      Add an action item
    </Button>
  ) : null;

  return (
    <>
      {items.length ? (
        <Section title="Action items" aside={add}>
          <ul>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} today={today} mayWrite={mayWrite} onSheet={(name, of) => setSheet({ name, item: of })} />
            ))}
          </ul>
        </Section>
      ) : (
        <div className="-mt-2">
          <EmptyState
            title="Nothing follows yet"
            actions={add}
            example={
              <>
                <span className="font-mono text-13 text-soft">ACT-7</span> The pool alerts at 80 %
                <span className="block text-13 text-soft">Done when: it fires in the next drill. With Ana, due in two weeks.</span>
              </>
            }
          >
            A few bounded changes to the system, each with somebody who looks after it, a day, and a way to see that it is done.
          </EmptyState>
        </div>
      )}
      <HeldSection />
      <ExposedSection />
      <Suspense>
        {making && mayWrite ? (
          <ItemDialog
            incidentRef={incidentRef}
            meId={me.id}
            source={making}
            onClose={close}
            onDone={(saved) => {
              close();
              toast(`${saved.ref} is added`);
            }}
          />
        ) : null}
        {Sheet ? <Sheet items={[items.find(({ id }) => id === sheet!.item.id) ?? sheet!.item]} onClose={() => setSheet(null)} /> : null}
      </Suspense>
    </>
  );
}
