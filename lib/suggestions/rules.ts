import { CHANGE_KIND_WORDS, type ChangeKind, changeGroupOf, type Verdict } from "../changes/words";
import type { Evidence } from "../factors/schema";
import type { FactorGroup, FactorRole } from "../factors/words";
import type { Mitigation } from "../incidents/words";
import type { SafetyNet } from "../nets/schema";
import { holeOf } from "../nets/rules";
import { type Net, NET_WORDS } from "../nets/words";
import type { FactorSuggestion } from "./schema";

/** What of a room can offer a factor. */
export interface Told {
  changes: readonly { id: string; kind: ChangeKind; summary: string; verdict: Verdict | null; nothingChanged: boolean }[];
  /** Status entries that say how it was mitigated. */
  mitigations: readonly { entryId: string; mitigation: Mitigation }[];
  nets: readonly SafetyNet[];
  byCustomers: boolean;
  access: { onePersonCould: boolean | null; onePersonShould: boolean | null };
  /** Tags of other incidents of the same services that the reader may see, the most frequent first. */
  lately: readonly { label: string; group: FactorGroup; incidents: number }[];
}
/** What stands already: it is not offered again. */
export interface Standing {
  factors: readonly { tag: string; evidence: readonly Evidence[] }[];
  /** The tags that may be taken, by group; one that was renamed or archived is not offered. */
  tags: ReadonlyMap<string, FactorGroup>;
}

type Offer = Omit<FactorSuggestion, "key" | "group" | "tag"> & { key: string; tag: string | null; group: FactorGroup };
const MOST = 12;

const TAG_OF_CHANGE: Partial<Record<ChangeKind, string>> = {
  deploy: "regression",
  dependency: "dependency upgrade",
  migration: "data or schema migration",
  traffic: "capacity or limit reached",
  external: "cloud provider",
  config: "configuration drift",
  flag: "flag state",
  access: "permissions",
};

const OF_MITIGATION: Partial<Record<Mitigation, [group: FactorGroup, tag: string, role: FactorRole, because: string]>> = {
  flag_off: ["environment", "flag state", "softened", "Turning a flag off mitigated it"],
  rollback: ["safety_net", "no off-switch", "delayed_recovery", "It took a rollback: was there an off-switch?"],
  roll_forward: ["safety_net", "no off-switch", "delayed_recovery", "It took a new release: was there an off-switch?"],
  scale: ["infrastructure", "capacity or limit reached", "worsened", "More capacity mitigated it"],
  vendor_recovered: ["infrastructure", "cloud provider", "triggered", "It ended when the vendor recovered"],
};

const OF_NET: Partial<Record<Net, [group: FactorGroup, tag: string, role: FactorRole]>> = {
  review: ["safety_net", "review gap", "enabled"],
  staging: ["environment", "staging differs from production", "enabled"],
  flag: ["safety_net", "no off-switch", "delayed_recovery"],
  alert: ["safety_net", "no alert or late", "delayed_detection"],
};

/** The factors that a room offers, the plainest first. */
export function suggest(told: Told, { factors, tags }: Standing): FactorSuggestion[] {
  const taken = new Set(factors.map((factor) => factor.tag.toLowerCase()));
  const cited = new Set(factors.flatMap((factor) => factor.evidence.map((one) => one.id)));
  const kept: FactorSuggestion[] = [];
  for (const offer of [...ofChanges(told), ...ofMitigations(told), ...ofNets(told), ...ofTheRest(told), ...ofLately(told)]) {
    const tag = offer.tag !== null && tags.get(offer.tag.toLowerCase()) === offer.group ? offer.tag : null;
    const isCited = offer.evidence.some((one) => one.kind === "change" && cited.has(one.id));
    // A change is offered until it is cited; anything else until its tag stands.
    const isHeld = offer.key.startsWith("change ") ? isCited : tag === null || taken.has(tag.toLowerCase());
    if (isHeld || (tag !== null && kept.some((one) => one.tag === tag && !offer.key.startsWith("change ")))) continue;
    kept.push({ ...offer, tag });
  }
  return kept.slice(0, MOST);
}

const ofChanges = ({ changes }: Told): Offer[] =>
  (["contributed", "suspect"] as const).flatMap((verdict) =>
    changes
      .filter((change) => change.verdict === verdict && !change.nothingChanged)
      .map((change) => ({
        key: `change ${change.id}`,
        group: changeGroupOf(change.kind),
        tag: TAG_OF_CHANGE[change.kind] ?? null,
        role: "triggered",
        because: `${CHANGE_KIND_WORDS[change.kind]} “${change.summary}” ${verdict === "contributed" ? "contributed" : "is suspected"}`,
        evidence: [{ kind: "change", id: change.id }],
      })),
  );

const ofMitigations = ({ mitigations }: Told): Offer[] =>
  mitigations.flatMap(({ entryId, mitigation }): Offer[] => {
    const of = OF_MITIGATION[mitigation];
    return of ? [{ key: `mitigation ${mitigation}`, group: of[0], tag: of[1], role: of[2], because: of[3], evidence: [{ kind: "entry", id: entryId }] }] : [];
  });

const ofNets = ({ nets }: Told): Offer[] =>
  nets.flatMap((net): Offer[] => {
    const differs = net.net === "staging" && net.brokeThereFirst === false;
    if (!differs && !holeOf(net)) return [];
    const [group, tag, role] = OF_NET[net.net] ?? (["safety_net", "test gap", "enabled"] as const);
    const because = differs ? "It did not break in staging first: what differed?" : `${NET_WORDS[net.net]}: would have caught it, and ${holeOf(net)}`;
    return [{ key: `net ${net.net}`, group, tag, role, because, evidence: [] }];
  });

function ofTheRest({ byCustomers, access }: Told): Offer[] {
  const offers: Offer[] = [];
  if (byCustomers)
    offers.push({
      key: "detection",
      group: "safety_net",
      tag: "no alert or late",
      role: "delayed_detection",
      because: "Customers told us before an alert did",
      evidence: [],
    });
  if (access.onePersonCould && access.onePersonShould === false)
    offers.push({
      key: "access",
      group: "organisation",
      tag: "access wider than needed",
      role: "enabled",
      because: "One person could do this alone, and should not be able to",
      evidence: [],
    });
  return offers;
}

const ofLately = ({ lately }: Told): Offer[] =>
  lately.map(({ label, group, incidents }) => ({
    key: `lately ${label}`,
    group,
    tag: label,
    role: "enabled",
    because: `In ${incidents === 1 ? "another incident" : `${incidents} incidents`} of the same services in the last year`,
    evidence: [],
  }));
