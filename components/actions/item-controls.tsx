"use client";

import { CalendarDays, CircleDashed, CircleDot, CircleCheck, CircleSlash, UserRound } from "lucide-react";
import { dueWords } from "../../lib/actions/rules";
import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_STATUS_WORDS, type ActionStatus } from "../../lib/actions/words";
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
}

/** Where an item stands, its priority, who looks after it and when it is due: read at a glance, changed in place. */
export function ItemControls({ item, today, mayWrite, onSheet }: Props) {
  const edit = useEditItems();
  const Glyph = GLYPHS[item.status];
  const isOver = item.status === "done" || item.status === "wont_do";
  const due = item.dueOn ? (isOver ? item.dueOn : dueWords(item.dueOn, today)) : "no date";
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
      <span className="flex flex-wrap items-center gap-x-3 text-13 text-soft [&_svg]:size-4">
        <span className="flex items-center gap-1.5">{status}</span>
        {item.priority ? <span>{item.priority}</span> : null}
        <span className="isolate-text">{keeper}</span>
        <span data-tip={item.dueOn ?? undefined}>{due}</span>
      </span>
    );
  return (
    <span className="-mx-2 flex flex-wrap items-center">
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
        <span className="isolate-text max-w-44 truncate">{keeper}</span>
      </Button>
      <Button size="sm" variant="quiet" icon={<CalendarDays aria-hidden="true" />} data-tip={item.dueOn ?? undefined} onClick={() => onSheet("due", item)}>
        {due}
      </Button>
    </span>
  );
}
