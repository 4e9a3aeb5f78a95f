import { change, expectVersion, Repeated } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { invalid, notFound } from "../errors";
import { isId } from "../timeline/queries";
import { getKeptHint, languageSetting } from "./queries";
import { expectReadable } from "./rules";
import type { KeepHint, KeptHint, LanguageSetting, SetLanguage } from "./schema";

/** Sets it as a whole. Every field that is refused is named at once: a rule that is none, a phrase that cannot be read or stands there twice. */
export async function setLanguage(ctx: Ctx, input: SetLanguage, ifMatch?: number): Promise<LanguageSetting> {
  await change(ctx, "settings.write", {}, async (c) => {
    const [row] = await c.tx.$queryRaw<{ version: number; off: string[] }[]>`select version, off from language_setting for update`;
    await expectVersion(ifMatch, row!.version, () => languageSetting(ctx));
    expectReadable(input, { off: row!.off, phrases: await c.tx.languagePhrase.findMany({ select: { id: true } }) });
    const [off, vendors] = [unique(input.off), unique(input.vendors)];
    await c.tx.languageSetting.update({ where: { id: 1 }, data: { off, vendors, version: { increment: 1 } }, select: { id: true } });
    await c.tx.languagePhrase.deleteMany();
    await c.tx.languagePhrase.createMany({ data: input.phrases.map(({ question = null, ...phrase }, order) => ({ ...phrase, question, order })) });
    c.record({ type: "settings.updated", data: { setting: "language" } });
  });
  return languageSetting(ctx);
}

/** The first of those that differ by their case alone. */
const unique = (names: readonly string[]) => [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].toReversed();

/** One incident holds no more: whoever keeps that many would rather switch a rule off. */
const MOST_KEPT = 5000;

/** Keeps a hint as it is, for everyone and in nobody's name. What is kept already is the same row. */
export async function keepHint(ctx: Ctx, ref: string, input: KeepHint): Promise<KeptHint> {
  try {
    const id = await change(ctx, "hint.keep", { incident: ref }, async (c) => {
      const incidentId = c.incident.id;
      const held = await c.tx.keptHint.findUnique({ where: { incidentId_rule_key: { incidentId, ...input } }, select: { id: true } });
      if (held) throw new Repeated(held.id);
      if ((await c.tx.keptHint.count({ where: { incidentId } })) >= MOST_KEPT) throw invalid("", `At most ${MOST_KEPT} are kept in one incident`);
      const made = await c.tx.keptHint.create({ data: { incidentId, ...input, createdAt: c.now }, select: { id: true } });
      c.record({ type: "hint.kept", data: { hintId: made.id } });
      return made.id;
    });
    return await getKeptHint(ctx, ref, id);
  } catch (error) {
    if (error instanceof Repeated) return getKeptHint(ctx, ref, error.id);
    throw error;
  }
}

/** The hint shows again. NOT_FOUND for one that is not kept. */
export async function dropKeptHint(ctx: Ctx, ref: string, id: string): Promise<void> {
  if (!isId(id)) throw notFound();
  await change(ctx, "hint.keep", { incident: ref }, async (c) => {
    const { count } = await c.tx.keptHint.deleteMany({ where: { id, incidentId: c.incident.id } });
    if (!count) throw notFound();
    c.record({ type: "hint.dropped", data: { hintId: id } });
  });
}
