import type { Change, Tx } from "../auth/change";
import { invalid } from "../errors";
import { FACTOR_GROUP_WORDS, type FactorGroup } from "../factors/words";
import { nearest } from "./rules";

export interface NamedTag {
  id: string;
  group: FactorGroup;
  label: string;
  archivedAt: Date | null;
}

/** The tag of this label, whatever its case, held against being deleted meanwhile. INVALID at `tag` with the nearest ones where there is none. */
export async function tagNamed(c: Change, label: string): Promise<NamedTag> {
  const [tag] = await c.tx.$queryRaw<NamedTag[]>`select id, "group", label, "archivedAt" from factor_tag where lower(label) = lower(${label}) for key share`;
  if (tag) return tag;
  const near = nearest(label, await labelsInUse(c.tx));
  const hint = near.length ? ` The nearest: ${near.join(", ")}.` : " The list stands at /factor-tags.";
  throw invalid("tag", `There is no such tag.${hint}`);
}

const labelsInUse = async (tx: Tx) =>
  (await tx.$queryRaw<{ label: string }[]>`select label from factor_tag where "archivedAt" is null limit 1000`).map((row) => row.label);

/** A group that was said beside a tag must be the tag's own. */
export function expectGroup(tag: NamedTag, group: FactorGroup | undefined): void {
  if (group !== undefined && group !== tag.group) throw invalid("group", `“${tag.label}” belongs to ${FACTOR_GROUP_WORDS[tag.group]}`);
}
