"use client";

import { Pencil, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { ActionItem } from "../../../lib/actions/schema";
import { dayKey } from "../../../lib/dates";
import { ItemControls } from "../../actions/item-controls";
import { SHEETS, type SheetName } from "../../actions/sheets";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Ticks } from "../../ui/ticks";
import { toast } from "../../ui/toast";
import type { EditProps } from "./edit-props";

const ItemDialog = lazy(() => import("../../actions/item-dialog"));

/** The action items with all that is changed in place, in the text. */
export default function EditActions({ blocks }: EditProps) {
  const { incidentRef, me, zone } = useRoom();
  const items = blocks.actions ?? [];
  const [today] = useState(() => dayKey(Date.now(), zone));
  const [form, setForm] = useState<{ item?: ActionItem } | null>(null);
  const [sheet, setSheet] = useState<{ name: SheetName; item: ActionItem } | null>(null);
  const Sheet = sheet ? SHEETS[sheet.name] : null;
  return (
    <>
      <ul className="border-hairline border-t">
        {items.map((item) => (
          <li key={item.id} data-edit-item={item.ref} className="border-hairline border-b py-2">
            <div className="flex items-baseline gap-x-4">
              <span className="w-14 shrink-0 font-mono text-13 text-soft">{item.ref}</span>
              <span className="isolate-text min-w-0 flex-1 text-16 leading-5 [overflow-wrap:anywhere]">
                <Ticks>{item.title}</Ticks>
              </span>
              <IconButton size="sm" label={`Change ${item.ref}`} icon={<Pencil aria-hidden="true" />} onClick={() => setForm({ item })} />
            </div>
            <div className="sm:pl-18">
              {item.finishTest ? (
                <p className="isolate-text text-soft [overflow-wrap:anywhere]">
                  Done when: <Ticks>{item.finishTest}</Ticks>
                </p>
              ) : null}
              <ItemControls item={item} today={today} mayWrite onSheet={(name, of) => setSheet({ name, item: of })} />
            </div>
          </li>
        ))}
      </ul>
      <Button size="sm" className="mt-3" icon={<Plus aria-hidden="true" />} onClick={() => setForm({})}>
        Add an action item
      </Button>
      <Suspense>
        {form ? (
          <ItemDialog
            incidentRef={incidentRef}
            meId={me.id}
            {...(form.item ? { item: form.item } : {})}
            onClose={() => setForm(null)}
            onDone={(saved) => {
              setForm(null);
              if (!form.item) toast(`${saved.ref} is added`);
            }}
          />
        ) : null}
        {Sheet && sheet ? <Sheet items={[items.find(({ id }) => id === sheet.item.id) ?? sheet.item]} onClose={() => setSheet(null)} /> : null}
      </Suspense>
    </>
  );
}
