"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { backlogKey } from "../../lib/actions/client";
import type { ActionItem, ActionItemList } from "../../lib/actions/schema";
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
  const items = useItems(address, first);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState<{ name: SheetName; items: readonly ActionItem[] } | null>(null);
  const choose = (id: string) => setChosen((held) => (held.includes(id) ? held.filter((one) => one !== id) : [...held, id]));
  const ofIds = (ids: readonly string[]) => items.filter(({ id }) => ids.includes(id));
  const some = ofIds(chosen).map(({ id }) => id);
  const Sheet = sheet ? SHEETS[sheet.name] : null;
  const here = () => focusedRow()?.dataset.item;
  const open = (name: SheetName) => {
    const id = here();
    if (some.length) setSheet({ name, items: ofIds(some) });
    else if (id) setSheet({ name, items: ofIds([id]) });
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
            onSheet={(name, of) => setSheet({ name, items: [of] })}
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
          <Button size="sm" onClick={() => setSheet({ name: "owner", items: ofIds(some) })}>
            Give to …
          </Button>
          <Button size="sm" onClick={() => setSheet({ name: "due", items: ofIds(some) })}>
            Due on …
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setChosen([])}>
            Choose none
          </Button>
        </div>
      ) : null}
      <Suspense>{Sheet ? <Sheet items={sheet!.items} onClose={() => setSheet(null)} /> : null}</Suspense>
    </>
  );
}

/** The list as the server drew it last; a row that was changed here stays as it is until the server knows that version. */
function useItems(address: string, first: ActionItem[]): ActionItem[] {
  const cache = useQueryClient();
  const drawn = { items: first, nextCursor: null };
  const { data } = useQuery({ queryKey: backlogKey(address), queryFn: () => drawn, initialData: drawn, enabled: false });
  useEffect(() => {
    cache.setQueryData<ActionItemList>(backlogKey(address), (held) => {
      const known = new Map(held?.items.map((item) => [item.id, item]));
      const later = (row: ActionItem) => ((known.get(row.id)?.version ?? 0) >= row.version ? known.get(row.id)! : row);
      return { items: first.map(later), nextCursor: null };
    });
  }, [cache, address, first]);
  return data.items;
}
