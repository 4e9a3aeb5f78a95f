import { ACTION_TYPES, type ActionStatus, PRIORITIES } from "../../lib/actions/words";
import { CHANGE_KINDS, type ChangeKind, type Verdict } from "../../lib/changes/words";
import { FACTOR_ROLES } from "../../lib/factors/words";
import { CAUGHT, NETS } from "../../lib/nets/words";
import type { Company } from "./company";
import type { MadeIncident } from "./incidents";
import { Chance } from "./random";
import { sentence, zipf } from "./words";

const DAY = 86_400_000;
const MINUTE = 60_000;

export interface Tag {
  id: string;
  group: string;
  label: string;
}

export interface MadeChange {
  id: string;
  kind: ChangeKind;
  summary: string;
  service: number;
  occurredAt: number;
  before: string;
  after: string;
  diff: string | null;
  /** How the incident judged it; undefined where it stands by itself. */
  verdict?: Verdict | null;
  why: string;
}

/** What changed, what combined and what followed, made from the incident's place alone, as the incident is. */
export function combinedOf(i: MadeIncident, at: number, firm: Company, tags: readonly Tag[], ends: number) {
  const chance = new Chance(44, at + 1);
  const people = i.people;
  const began = i.startedAt ?? i.declaredAt;
  const service = i.services[0]!;
  const changes = Array.from(
    {
      length: chance.weighted([
        [0, 40],
        [1, 40],
        [2, 20],
      ]),
    },
    (): MadeChange => ({
      ...changeAt(chance, began - chance.whole(1, 1400) * MINUTE, service),
      verdict: chance.weighted<Verdict | null>([
        ["contributed", 35],
        ["dismissed", 30],
        ["suspect", 15],
        ["fixed", 10],
        [null, 10],
      ]),
      why: sentence(chance, 3, 8),
    }),
  );
  // Tags are as unlike as words are: a few stand in a tenth of all incidents, most in a hundredth.
  const tagged = () => tags[Math.floor(tags.length * chance.unit() ** 1.6)]!;
  const chosen = [
    ...new Set(
      Array.from(
        {
          length: chance.weighted([
            [0, 25],
            [1, 15],
            [2, 25],
            [3, 22],
            [4, 13],
          ]),
        },
        tagged,
      ),
    ),
  ];
  const factors = chosen.map((tag, order) => ({
    id: chance.id(i.declaredAt + order),
    tag,
    role: chance.pick(FACTOR_ROLES),
    why: sentence(chance, 4, 10),
    order,
    evidence: i.entries.length ? [{ kind: "entry", id: chance.pick(i.entries).id }] : [],
  }));
  const pairs = factors.slice(1).flatMap((factor, nth) => (chance.chance(0.6) ? [[factors[nth]!.id, factor.id].sort() as [string, string]] : []));
  const nets = NETS.filter(() => chance.chance(0.18)).map((net) => ({
    net,
    wouldHaveCaught: chance.pick(CAUGHT),
    existed: chance.chance(0.6),
    ran: chance.chance(0.5),
    gated: chance.chance(0.3),
    note: chance.chance(0.4) ? sentence(chance, 4, 12) : "",
  }));
  const age = ends - i.declaredAt;
  const actions = Array.from(
    {
      length: chance.weighted([
        [0, 60],
        [1, 24],
        [2, 12],
        [3, 4],
      ]),
    },
    (_, nth) => {
      const createdAt = Math.min(ends, i.declaredAt + chance.whole(1, 6) * DAY);
      const dueAt = createdAt + chance.whole(7, 90) * DAY;
      const status: ActionStatus =
        age > 200 * DAY && chance.chance(0.93)
          ? chance.weighted([
              ["done", 85],
              ["wont_do", 15],
            ])
          : chance.weighted([
              ["open", 55],
              ["in_progress", 25],
              ["done", 20],
            ]);
      return {
        id: chance.id(createdAt + nth),
        title:
          `${chance.pick(["Bound", "Alert on", "Document", "Test", "Remove", "Split", "Rehearse"])} ${zipf(chance)} ${zipf(chance)} of ${firm.services[service]!.name}`.slice(
            0,
            190,
          ),
        finishTest: sentence(chance, 3, 7),
        type: chance.pick(ACTION_TYPES),
        priority: chance.pick(PRIORITIES),
        status,
        owner: chance.chance(0.8) && people.length ? chance.pick(people) : null,
        team: chance.chance(0.7) ? (i.teams[0] ?? null) : null,
        dueAt,
        factor: factors.length && chance.chance(0.6) ? chance.pick(factors).id : null,
        createdAt,
        doneAt: status === "done" ? Math.min(ends, createdAt + chance.whole(2, 80) * DAY) : null,
        createdBy: i.declaredBy,
      };
    },
  );
  return { changes, factors, pairs, nets, actions };
}

/** A change of an ordinary day, by its place among these. */
export function routineAt(at: number, total: number, began: number, ends: number, firm: Company): MadeChange {
  const chance = new Chance(45, at + 1);
  const occurredAt = Math.floor(began + ((at + chance.unit()) * (ends - began)) / total);
  return { ...changeAt(chance, occurredAt, Math.floor(firm.services.length * chance.unit() ** 1.7)), why: "" };
}

function changeAt(chance: Chance, occurredAt: number, service: number): Omit<MadeChange, "verdict" | "why"> {
  const build = chance.whole(100, 9999);
  const word = zipf(chance);
  return {
    id: chance.id(occurredAt),
    kind: chance.chance(0.6) ? "deploy" : chance.pick(CHANGE_KINDS),
    summary: sentence(chance, 3, 7).slice(0, 180),
    service,
    occurredAt,
    before: `${build}`,
    after: `${build + 1}`,
    diff: chance.chance(0.3) ? diffOf(chance, word) : null,
  };
}

const diffOf = (chance: Chance, word: string) => `diff --git a/src/${word}.ts b/src/${word}.ts
index ${chance.hex(7)}..${chance.hex(7)} 100644
--- a/src/${word}.ts
+++ b/src/${word}.ts
@@ -1,3 +1,3 @@
 export const ${word.replace(/\W/g, "_")} = {
-  limit: ${chance.whole(1, 20)},
+  limit: ${chance.whole(21, 200)},
 };
`;
