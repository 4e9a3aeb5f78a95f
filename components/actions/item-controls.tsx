"use client";

import clsx from "clsx";
import { CalendarDays, CircleDashed, CircleDot, CircleCheck, CircleSlash, UserRound } from "lucide-react";
import { dueWords } from "../../lib/actions/rules";
import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_STATUS_WORDS, type ActionStatus } from "../../lib/actions/words";
import { shortDate } from "../../lib/dates";
import { Button } from "../ui/button";
import { Menu } from "../ui/menu";
import { priorityChoices, statusChoices } from "./choices";
import type { SheetName } from "./sheets";
import { orSay, useEditItems } from "./use-edit-items";

const GLYPHS: Record<ActionStatus, typeof CircleDot> = { open: CircleDashed, in_progress: CircleDot, done: CircleCheck, wont_do: CircleSlash };

interface Props {
  item: ActionItem;
  today: string;
  mayWrite: boolean;
  onSheet: (sheet: SheetName, item: ActionItem) => void;
  /** In a list: the same thing of each row beneath the one above it, where there is room. */
  inColumns?: boolean;
}

const COLUMNS = "xl:grid xl:grid-cols-[7.25rem_3rem_11rem_10.5rem] xl:justify-items-start";

/** Where an item stands, its priority, who looks after it and when it is due: read at a glance, changed in place. */
export function ItemControls({ item, today, mayWrite, onSheet, inColumns }: Props) {
  const edit = useEditItems();
  const Glyph = GLYPHS[item.status];
  const isOver = item.status === "done" || item.status === "wont_do";
  const due = item.dueOn ? (isOver ? shortDate(item.dueOn, "UTC") : dueWords(item.dueOn, today)) : "no date";
  const keeper = item.ownerLeft ? `${item.owner?.name} (has left)` : (item.owner?.name ?? item.team?.name ?? "nobody yet");
  const setStatus = (status: ActionStatus) => {
    if (status === item.status) return;
    if (status === "wont_do") return onSheet("reason", item);
    orSay(edit({ items: [item], set: { status }, shown: { status } }, `${item.ref}: ${ACTION_STATUS_WORDS[status].toLowerCase()}`));
  };
  const status = (
    <>
      <Glyph aria-hidden="true" className={item.status === "done" ? "text-calm!" : ""} />
      {ACTION_STATUS_WORDS[item.status]}
    </>
  );
  if (!mayWrite)
    return (
      <span className={clsx("flex flex-wrap items-center gap-x-3 text-13 text-soft [&_svg]:size-4", inColumns && `max-xl:mt-1 ${COLUMNS}`)}>
        <span className="flex items-center gap-1.5">{status}</span>
        <span className={item.priority ? undefined : "max-xl:hidden"}>{item.priority}</span>
        <span className="isolate-text">{keeper}</span>
        <span data-tip={item.dueOn ?? undefined}>{due}</span>
      </span>
    );
  return (
    <span className={clsx("-mx-2.5 flex flex-wrap items-center", inColumns && `max-xl:mt-0.5 xl:-mt-1 ${COLUMNS}`)}>
      <Menu
        label={`Where ${item.ref} stands`}
        trigger={(anchor) => (
          <Button size="sm" variant="quiet" {...anchor}>
            {status}
          </Button>
        )}
        items={statusChoices(item.status, setStatus)}
      />
      <Menu
        label={`Priority of ${item.ref}`}
        trigger={(anchor) => (
          <Button size="sm" variant="quiet" aria-label={`Priority: ${item.priority ?? "none"}`} {...anchor}>
            {item.priority ?? "P–"}
          </Button>
        )}
        items={priorityChoices(item.priority, (priority) =>
          orSay(edit({ items: [item], set: { priority }, shown: { priority } }, priority ? `${item.ref} is ${priority}` : `${item.ref} has no priority`)),
        )}
      />
      <Button size="sm" variant="quiet" icon={<UserRound aria-hidden="true" />} onClick={() => onSheet("owner", item)}>
        <span className="sr-only">Owner: </span>
        <span className="isolate-text max-w-32 truncate xl:max-w-34">{keeper}</span>
      </Button>
      <Button size="sm" variant="quiet" icon={<CalendarDays aria-hidden="true" />} data-tip={item.dueOn ?? undefined} onClick={() => onSheet("due", item)}>
        {due}
      </Button>
    </span>
  );
}
