import { setImmediate as turn } from "node:timers/promises";
import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { languageOf } from "../blameless/language";
import { reader } from "../blameless/reader";
import type { Setting, TextKind } from "../blameless/words";
import type { DocNode } from "../documents/schema";
import { forbidden } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { may } from "../incidents/policy";
import { refOf } from "../incidents/queries";
import { languageSetting } from "../language/queries";
import { expectReadable } from "../language/rules";
import type { CheckedLanguage, CheckLanguage, LanguagePreview, SetLanguage } from "../language/schema";
import { differences, paragraphsOf } from "./rules";

let last: { made: string; reads: ReturnType<typeof reader> } | null = null;

/** Who reads by the same setting as the one before them needs no reader of their own. */
function readerOf(setting: Setting) {
  const made = JSON.stringify(setting);
  if (last?.made !== made) last = { made, reads: reader(setting) };
  return last.reads;
}

/** Reads a text by the organisation's setting. Nothing of it is kept. */
export async function checkLanguage(ctx: Ctx, { text, kind }: CheckLanguage): Promise<CheckedLanguage> {
  const { names, off, phrases } = await languageSetting(ctx);
  return { language: languageOf(text), findings: readerOf({ names, off, phrases }).check(text, kind) };
}

const MOST_READ = 200;
const MOST_SHOWN = 50;
const PART = 20;
/** Milliseconds after which what was read so far is answered. */
const BUDGET = 8000;

interface Published {
  number: number;
  title: string;
  json: DocNode;
  /** The action items that were frozen with it. */
  actions: { title: string; finishTest: string }[] | null;
}

/** The newest published post-mortems that the asker may see, a part at a time. */
const publishedSql = (ctx: Ctx, from: number) => Prisma.sql`
  select i.number, v.title, v.json, v.blocks->'actions' as actions from postmortem p join incident i on i.id = p."incidentId" and ${visibleSql(ctx)}
  join postmortem_version v on v."postmortemId" = p.id and v.n = p."publishedVersion"
  order by p."publishedAt" desc, p.id desc limit ${PART} offset ${from}`;

const textsOf = ({ json, actions }: Pick<Published, "json" | "actions">): { text: string; kind: TextKind }[] => [
  ...paragraphsOf(json).map((text) => ({ text, kind: "narrative" as const })),
  ...(actions ?? []).flatMap(({ title, finishTest }) => [title, finishTest]).map((text) => ({ text, kind: "action" as const })),
];

/** What a setting would change in what is published, of which nothing is changed. A new phrase is named `new-` and its place. */
export async function previewLanguage(ctx: Ctx, input: SetLanguage): Promise<LanguagePreview> {
  if (!may("settings.write", { role: ctx.actor.role })) throw forbidden();
  const { names, off, phrases, vendors } = await languageSetting(ctx);
  expectReadable(input, { off, phrases });
  const systems = [...names.systems.slice(0, names.systems.length - vendors.length), ...input.vendors];
  const added = input.phrases.map(({ question = null, ...phrase }, at) => ({ id: `new-${at}`, ...phrase, question }));
  const [now, then] = [reader({ names, off, phrases }), reader({ names: { ...names, systems }, off: input.off, phrases: added })];

  const counts = new Map<string, { before: number; after: number }>();
  const count = (rule: string, when: "before" | "after") => {
    const held = counts.get(rule) ?? { before: 0, after: 0 };
    counts.set(rule, { ...held, [when]: held[when] + 1 });
  };
  const seen = { postmortems: 0, more: false, before: 0, after: 0 };
  const changed: LanguagePreview["changed"] = [];
  const until = Date.now() + BUDGET;
  for (
    let part = await readSql<Published>(ctx, publishedSql(ctx, 0));
    part.length > 0;
    part = await readSql<Published>(ctx, publishedSql(ctx, seen.postmortems))
  ) {
    for (const { number, title, ...version } of part) {
      if (Date.now() > until || seen.postmortems >= MOST_READ) return { ...seen, more: true, rules: rulesOf(counts), changed };
      for (const { text, kind } of textsOf(version)) {
        const [before, after] = [now.check(text, kind), then.check(text, kind)];
        for (const { rule } of before) count(rule, "before");
        for (const { rule } of after) count(rule, "after");
        seen.before += before.length;
        seen.after += after.length;
        for (const one of differences(text, before, after)) if (changed.length < MOST_SHOWN) changed.push({ ref: refOf(number), title, ...one });
      }
      seen.postmortems++;
      // Others are answered meanwhile.
      await turn();
    }
    if (part.length < PART) break;
  }
  return { ...seen, rules: rulesOf(counts), changed };
}

const rulesOf = (counts: ReadonlyMap<string, { before: number; after: number }>): LanguagePreview["rules"] =>
  [...counts].map(([rule, held]) => ({ rule, ...held })).sort((a, b) => b.after - b.before - (a.after - a.before) || (a.rule < b.rule ? -1 : 1));
