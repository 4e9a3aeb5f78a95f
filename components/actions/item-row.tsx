"use client";

import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_TYPE_WORDS } from "../../lib/actions/words";
import { shortDate } from "../../lib/dates";
import { paths } from "../../lib/paths";
import { Ticks } from "../ui/ticks";
import { ItemControls } from "./item-controls";
import type { SheetName } from "./sheets";

/** Ref, what, and where it stands: beside each other where there is room, beneath each other where there is not. */
const ITEM_GRID = "xl:grid xl:grid-cols-[3.5rem_minmax(0,1fr)_auto] xl:items-start xl:gap-x-4";

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
  const type = item.type ? ACTION_TYPE_WORDS[item.type] : "";
  const told = waits
    ? `Waits until ${shortDate(item.snoozedUntil!.slice(0, 10), "UTC")}: ${item.snoozeWhy}`
    : item.status === "wont_do"
      ? item.reason
      : item.finishTest
        ? `Done when: ${item.finishTest}`
        : "";
  // Beside its incident the type stands before the words; across incidents, before where it comes from.
  const note = withIncident ? told : [type, told].filter(Boolean).join(" · ");
  return (
    <li data-row data-item={item.id} id={item.ref} className={clsx("flex gap-x-3 border-hairline border-b py-2.5 last:border-b-0", isChosen && "bg-sunken")}>
      {lead}
      <div className={clsx("min-w-0 flex-1", ITEM_GRID)}>
        <span className="font-mono text-13 text-soft leading-5">{item.ref}</span>
        <div className="min-w-0 text-13 text-soft">
          <Link
            href={paths.action(item.ref)}
            prefetch={false}
            data-row-link
            className={clsx("isolate-text font-[550] text-14 leading-5 [overflow-wrap:anywhere] hover:underline", isOver ? "text-soft" : "text-ink")}
          >
            <Ticks>{item.title}</Ticks>
          </Link>
          {note ? (
            <p className="isolate-text mt-0.5 line-clamp-2 [overflow-wrap:anywhere]">
              <Ticks>{note}</Ticks>
            </p>
          ) : null}
          {withIncident ? (
            <p className="isolate-text mt-0.5 line-clamp-1 [overflow-wrap:anywhere]">
              {type ? `${type} · from` : "From"} <span className="font-mono">{item.incidentRef}</span> {item.incidentTitle}
            </p>
          ) : null}
        </div>
        <ItemControls item={item} today={today} mayWrite={mayWrite} onSheet={onSheet} inColumns />
      </div>
    </li>
  );
}
