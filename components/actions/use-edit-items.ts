"use client";

import { type ChangeOf, useChangeActionItems } from "../../lib/actions/client";
import type { ActionItem } from "../../lib/actions/schema";
import { toast } from "../ui/toast";

export type Edit = (change: ChangeOf, words: string) => Promise<unknown>;

/** What an item had where a change sets something: how it is undone. */
function before(item: ActionItem, set: ChangeOf["set"]): Pick<ChangeOf, "set" | "shown"> {
  const had: Required<Omit<ChangeOf["set"], "letIn">> = {
    status: item.status,
    reason: item.reason,
    type: item.type,
    priority: item.priority,
    ownerId: item.owner?.id ?? null,
    teamId: item.team?.id ?? null,
    dueOn: item.dueOn,
    evidenceUrl: item.evidenceUrl,
  };
  return { set: Object.fromEntries(Object.keys(set).flatMap((name) => (name in had ? [[name, had[name as keyof typeof had]]] : []))), shown: item };
}

/** Changes items at once, says so with an undo, and says why where it is refused. The promise tells a sheet that stays open. */
export function useEditItems(): Edit {
  const { mutateAsync } = useChangeActionItems();
  const sorry = (error: unknown) => void toast((error as Error).message, { tone: "danger" });
  return async (change, words) => {
    await mutateAsync(change);
    const undo = () => {
      for (const item of change.items) mutateAsync({ items: [item], ...before(item, change.set) }).catch(sorry);
    };
    toast(words, { undo });
  };
}

/** For a change from a menu, where no sheet is open that could say what went wrong. */
export const orSay = (edit: Promise<unknown>) => void edit.catch((error: Error) => toast(error.message, { tone: "danger" }));
