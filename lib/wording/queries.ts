import { setImmediate as turn } from "node:timers/promises";
import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { fewOf } from "../blameless/few";
import { languageOf } from "../blameless/language";
import { coverUnread } from "../blameless/masks";
import { type Reader, reader } from "../blameless/reader";
import { sentencesOf } from "../blameless/sentences";
import type { Finding, Setting, TextKind } from "../blameless/words";
import type { DocNode } from "../documents/schema";
import { forbidden } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { may } from "../incidents/policy";
import { refOf } from "../incidents/queries";
import { languageSetting } from "../language/queries";
import { expectReadable } from "../language/rules";
import type { CheckedLanguage, CheckLanguage, LanguagePreview, SetLanguage } from "../language/schema";
import { differences, paragraphsOf, ruleCounts } from "./rules";

/** What is set, and what an admin is trying. */
const MOST_READERS = 3;
const readers = new Map<string, Reader>();

/** Who reads by the same setting as someone lately has the same reader, and what that remembers. */
function readerOf(setting: Setting): Reader {
  const made = JSON.stringify(setting);
  const held = readers.get(made) ?? reader(setting);
  readers.delete(made);
  readers.set(made, held);
  if (readers.size > MOST_READERS) readers.delete(readers.keys().next().value!);
  return held;
}

/** Milliseconds for which the process may be kept from answering others. */
const BREATH = 25;

function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  const rest = async () => {
    await turn();
    since = performance.now();
  };
  return () => (performance.now() - since > BREATH ? rest() : undefined);
}

/** Reads a text by the organisation's setting. Nothing of it is kept. */
export async function checkLanguage(ctx: Ctx, { text, kind }: CheckLanguage): Promise<CheckedLanguage> {
  const { names, off, phrases } = await languageSetting(ctx);
  const reads = readerOf({ names, off, phrases });
  await readAhead(reads, text, kind);
  return { language: languageOf(text), findings: fewOf(text, reads.check(text, kind)) };
}

/** A long text is read sentence by sentence first, with rests, so that the whole is then mostly remembered. */
async function readAhead({ check }: Reader, text: string, kind: TextKind): Promise<void> {
  if (text.length < 2000) return;
  const breathe = breather();
  for (const line of coverUnread(text).read.split("\n"))
    for (const sentence of sentencesOf(line, 0)) {
      check(sentence.text, kind);
      await breathe();
    }
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

/** The newest published post-mortems that the asker may see, read a part at a time. */
async function* newestPublished(ctx: Ctx): AsyncGenerator<Published> {
  for (let from = 0; ; from += PART) {
    const part = await readSql<Published>(ctx, publishedSql(ctx, from));
    yield* part;
    if (part.length < PART) return;
  }
}

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
  const [now, then] = [readerOf({ names, off, phrases }), readerOf({ names: { ...names, systems }, off: input.off, phrases: added })];

  const [before, after]: [Finding[], Finding[]] = [[], []];
  const changed: LanguagePreview["changed"] = [];
  let postmortems = 0;
  let more = false;
  const until = Date.now() + BUDGET;
  const breathe = breather();
  for await (const { number, title, ...version } of newestPublished(ctx)) {
    more = Date.now() > until || postmortems === MOST_READ;
    if (more) break;
    for (const { text, kind } of textsOf(version)) {
      await breathe();
      const [found, would] = [fewOf(text, now.check(text, kind)), fewOf(text, then.check(text, kind))];
      before.push(...found);
      after.push(...would);
      for (const one of differences(text, found, would)) if (changed.length < MOST_SHOWN) changed.push({ ref: refOf(number), title, ...one });
    }
    postmortems++;
  }
  return { postmortems, more, before: before.length, after: after.length, rules: ruleCounts(before, after), changed };
}
