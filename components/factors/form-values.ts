import type { AddFactor, Evidence, Factor, UpdateFactor } from "../../lib/factors/schema";
import type { FactorGroup, FactorRole } from "../../lib/factors/words";

/** What the form holds while it is typed; it is kept as a draft until it is sent. */
export interface FactorValues {
  tag: string | null;
  role: FactorRole;
  why: string;
  evidence: Evidence[];
  combinesWith: string[];
  /** The version that it was filled from: who saves second is told. */
  version: number | null;
}

/** What a new factor begins with: what the room hinted at, or what was cited in the address. */
export interface Seed {
  /** Tells drafts of different beginnings apart. */
  key: string;
  group?: FactorGroup;
  tag?: string | null;
  role?: FactorRole;
  why?: string;
  evidence?: Evidence[];
  combinesWith?: string[];
}

export const valuesOf = (factor: Factor): FactorValues => {
  const { tag, role, why, evidence, combinesWith, version } = factor;
  return { tag, role, why, evidence, combinesWith, version };
};

export const seeded = ({ tag = null, role = "enabled", why = "", evidence = [], combinesWith = [] }: Seed): FactorValues => ({
  tag,
  role,
  why,
  evidence,
  combinesWith,
  version: null,
});

export const asAdded = ({ tag, role, why, evidence, combinesWith }: FactorValues): AddFactor => ({ tag: tag ?? "", role, why, evidence, combinesWith });

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const set = (ids: readonly string[]) => [...ids].sort();

/** Only what was changed: what someone else changed meanwhile is not written back. Null where nothing was. */
export function changesOf(values: FactorValues, before: Factor): UpdateFactor | null {
  const input: UpdateFactor = {
    ...(values.tag !== null && values.tag !== before.tag ? { tag: values.tag } : {}),
    ...(values.role === before.role ? {} : { role: values.role }),
    ...(values.why.trim() === before.why ? {} : { why: values.why }),
    ...(same(values.evidence, before.evidence) ? {} : { evidence: values.evidence }),
    ...(same(set(values.combinesWith), set(before.combinesWith)) ? {} : { combinesWith: values.combinesWith }),
  };
  return Object.keys(input).length ? input : null;
}
