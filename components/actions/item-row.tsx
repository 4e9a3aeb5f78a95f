"use client";

import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_TYPE_WORDS } from "../../lib/actions/words";
import { paths } from "../../lib/paths";
import { ItemControls } from "./item-controls";
import type { SheetName } from "./sheets";

interface Props {
  item: ActionItem;
  today: string;
  mayWrite: boolean;
  onSheet: (sheet: SheetName, item: ActionItem) => void;
  /** In a list across incidents: which one it follows from. */
  withIncident?: boolean;
  lead?: ReactNode;
  isChosen?: boolean;
}

/** An action item in a list. */
export function ItemRow({ item, today, mayWrite, onSheet, withIncident, lead, isChosen }: Props) {
  const isOver = item.status === "done" || item.status === "wont_do";
  const waits = item.snoozedUntil && item.snoozedUntil.slice(0, 10) >= today && !isOver;
  return (
    <li data-row data-item={item.id} id={item.ref} className={clsx("flex gap-3 border-hairline border-b py-2.5 last:border-b-0", isChosen && "bg-sunken")}>
      {lead}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <span className="shrink-0 font-mono text-13 text-soft">{item.ref}</span>
          <Link
            href={paths.action(item.ref)}
            prefetch={false}
            data-row-link
            className={clsx("isolate-text min-w-0 font-[550] leading-5 [overflow-wrap:anywhere] hover:underline", isOver && "text-soft")}
          >
            {item.title}
          </Link>
        </p>
        <p className="isolate-text mt-0.5 text-13 text-soft [overflow-wrap:anywhere]">
          {item.type ? `${ACTION_TYPE_WORDS[item.type]}. ` : ""}
          {withIncident ? (
            <>
              From <span className="font-mono">{item.incidentRef}</span> {item.incidentTitle}.{" "}
            </>
          ) : null}
          {waits
            ? `Waits until ${item.snoozedUntil!.slice(0, 10)}: ${item.snoozeWhy}`
            : item.status === "wont_do"
              ? item.reason
              : item.finishTest
                ? `Done when: ${item.finishTest}`
                : ""}
        </p>
        <ItemControls item={item} today={today} mayWrite={mayWrite} onSheet={onSheet} />
      </div>
    </li>
  );
}
