"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { doneQuery, useSetInboxDone } from "../../lib/inbox/client";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { toast } from "../ui/toast";
import { ItemRow } from "./item-row";

/** What was done lately, to look at again or to put back. */
export function DoneList({ zone, serverNow }: { zone: string; serverNow: number }) {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(doneQuery);
  const setDone = useSetInboxDone();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (data && items.length === 0) return <EmptyState title="Nothing was done yet">What you answer, follow or tick off can be found here again.</EmptyState>;
  return (
    <div className="pt-3">
      <ul>
        {items.map((item) => (
          <li key={item.id} data-row={item.id}>
            <ItemRow
              item={item}
              zone={zone}
              serverNow={serverNow}
              {...(item.kind === "call"
                ? {}
                : { onDone: () => setDone.mutate({ item, done: false }, { onError: (error) => void toast(error.message, { tone: "danger" }) }) })}
            />
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button className="mt-4" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older
        </Button>
      ) : null}
    </div>
  );
}
