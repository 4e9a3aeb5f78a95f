"use client";

import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { backlogKey } from "../../lib/actions/client";
import type { ActionItem } from "../../lib/actions/schema";
import { ItemRow } from "../actions/item-row";
import { SHEETS, type SheetName } from "../actions/sheets";
import { focusedRow } from "../layout/row-keys";
import { useShortcuts } from "../layout/shortcuts";
import { Button } from "../ui/button";

interface Props {
  /** The address of the list: what was changed on it stays when one comes back. */
  address: string;
  first: ActionItem[];
  today: string;
  mayWrite: boolean;
}

/** Action items of many incidents, changed in place; several at once by pointer or with x. */
export function BacklogList({ address, first, today, mayWrite }: Props) {
  const initial = { items: first, nextCursor: null };
  const { data } = useQuery({ queryKey: backlogKey(address), queryFn: () => initial, initialData: initial, enabled: false });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState<{ name: SheetName; ids: readonly string[] } | null>(null);
  const { items } = data;
  const choose = (id: string) => setChosen((held) => (held.includes(id) ? held.filter((one) => one !== id) : [...held, id]));
  const ofIds = (ids: readonly string[]) => items.filter(({ id }) => ids.includes(id));
  const some = ofIds(chosen).map(({ id }) => id);
  const Sheet = sheet ? SHEETS[sheet.name] : null;
  const here = () => focusedRow()?.dataset.item;
  const open = (name: SheetName) => {
    const id = here();
    if (some.length) setSheet({ name, ids: some });
    else if (id) setSheet({ name, ids: [id] });
  };
  useShortcuts(
    mayWrite
      ? [
          { keys: "x", label: "Choose the row, for several at once", group: "In lists", run: () => here() && choose(here()!) },
          { keys: "o", label: "Who looks after it", group: "On this page", run: () => open("owner") },
          { keys: "u", label: "When it is due", group: "On this page", run: () => open("due") },
        ]
      : [],
  );

  return (
    <>
      <ul>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            today={today}
            mayWrite={mayWrite}
            withIncident
            isChosen={some.includes(item.id)}
            onSheet={(name, of) => setSheet({ name, ids: [of.id] })}
            lead={
              mayWrite ? (
                <label className="grid size-6 shrink-0 place-items-center">
                  <input type="checkbox" className="size-4 accent-(--accent)" checked={some.includes(item.id)} onChange={() => choose(item.id)} />
                  <span className="sr-only">Choose {item.ref}</span>
                </label>
              ) : null
            }
          />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {some.length ? `${some.length} chosen` : ""}
      </p>
      {some.length ? (
        <div className="sticky bottom-3 z-10 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border border-line bg-raised px-3 py-2 shadow-sheet max-md:bottom-18">
          <span className="text-13">{some.length} chosen</span>
          <Button size="sm" onClick={() => setSheet({ name: "owner", ids: some })}>
            Give to …
          </Button>
          <Button size="sm" onClick={() => setSheet({ name: "due", ids: some })}>
            Due on …
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setChosen([])}>
            Choose none
          </Button>
        </div>
      ) : null}
      <Suspense>{Sheet ? <Sheet items={ofIds(sheet!.ids)} onClose={() => setSheet(null)} /> : null}</Suspense>
    </>
  );
}
