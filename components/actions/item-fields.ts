import type { ActionItem, AddActionItem, UpdateActionItem } from "../../lib/actions/schema";
import type { ActionType, Priority } from "../../lib/actions/words";
import type { Source } from "../../lib/sources/rules";
import { toChoices } from "../directory/choices";
import type { Choice } from "../ui/combobox";

/** An action item as its form holds it; the fields have the API's names, so that a refusal finds its place. */
export interface ItemValues {
  title: string;
  description: string;
  finishTest: string;
  type: ActionType | "";
  priority: Priority | "";
  ownerId: Choice[];
  teamId: Choice[];
  dueOn: string;
  trackerUrl: string;
}
export const ITEM_FIELDS = ["title", "description", "finishTest", "type", "priority", "ownerId", "teamId", "dueOn", "trackerUrl"] as const;

export const valuesOf = (item: ActionItem | null, source: Source = {}): ItemValues => ({
  title: item?.title ?? source.title ?? "",
  description: item?.description ?? source.description ?? "",
  finishTest: item?.finishTest ?? "",
  type: item?.type ?? source.type ?? "",
  priority: item?.priority ?? "",
  ownerId: item?.owner && !item.ownerLeft ? toChoices([item.owner]) : [],
  teamId: item?.team ? toChoices([item.team]) : [],
  dueOn: item?.dueOn ?? "",
  trackerUrl: item?.trackerUrl ?? "",
});

const sent = (values: ItemValues) => ({
  title: values.title.trim(),
  description: values.description,
  finishTest: values.finishTest.trim(),
  type: values.type || null,
  priority: values.priority || null,
  ownerId: values.ownerId[0]?.id ?? null,
  teamId: values.teamId[0]?.id ?? null,
  dueOn: values.dueOn || null,
  trackerUrl: values.trackerUrl.trim() || null,
});

export function addOf(values: ItemValues, { factorId, net, entryId }: Source): AddActionItem {
  const all = { ...sent(values), ...(factorId ? { factorId } : {}), ...(net ? { net } : {}), ...(entryId ? { entryId } : {}) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== "")) as unknown as AddActionItem;
}

/** Only what was changed: what someone else changed meanwhile is not written back. */
export function changesOf(values: ItemValues, before: ActionItem): UpdateActionItem {
  const [now, then] = [sent(values), sent(valuesOf(before))];
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== then[name as keyof typeof then])) as UpdateActionItem;
}
