import type { Metadata } from "next";
import { NameFilter } from "@/components/directory/name-filter";
import { NothingFound } from "@/components/directory/nothing-found";
import { AboutHints } from "@/components/language/about-hints";
import { RuleEntry } from "@/components/language/rule-entry";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button";
import { pageCtx } from "@/lib/auth/page";
import { HINT_CLASS_WORDS, HINT_CLASSES } from "@/lib/blameless/words";
import { may } from "@/lib/incidents/policy";
import { languageSetting } from "@/lib/language/queries";
import { paths } from "@/lib/paths";
import { toldRules, tellsOf } from "@/lib/rulebook/rules";

export const metadata: Metadata = { title: "Language hints" };

export default async function LanguagePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await pageCtx();
  const { q } = await searchParams;
  const asked = typeof q === "string" ? q.trim().slice(0, 200) : "";
  const all = toldRules(await languageSetting(ctx));
  const rules = all.filter((rule) => tellsOf(rule, asked));
  const classes = HINT_CLASSES.filter((of) => rules.some((rule) => rule.class === of));
  const canSet = may("settings.write", { role: ctx.actor.role });
  return (
    <>
      <PageHeader title="Language hints" actions={canSet ? <ButtonLink href={paths.settingsLanguage()}>Change them</ButtonLink> : null}>
        Why does it say that? While people write, Candor notices wording that judges, and asks what the system made likely. Here is every rule with its reason.
      </PageHeader>
      <AboutHints />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-line border-b py-3">
        <nav aria-label="Classes" className="-mx-2 flex min-w-0 flex-wrap">
          {classes.map((of) => (
            <a key={of} href={`#class-${of}`} className="rounded-sm px-2 py-1 text-soft hover:text-ink">
              {HINT_CLASS_WORDS[of].label}
            </a>
          ))}
        </nav>
        <NameFilter action={paths.language()} q={asked || undefined} label="Find a rule" />
      </div>
      <div className="max-w-[60rem]">
        {classes.map((of) => (
          <Section key={of} id={`class-${of}`} title={HINT_CLASS_WORDS[of].label} className="scroll-mt-16">
            <p className="mb-3 max-w-[68ch] text-soft">
              {HINT_CLASS_WORDS[of].says}
              {of === "weak_action" ? " Looked for in action items only." : null}
            </p>
            {rules
              .filter((rule) => rule.class === of)
              .map((rule) => (
                <RuleEntry key={rule.id} rule={rule} />
              ))}
          </Section>
        ))}
        {rules.length === 0 ? <NothingFound q={asked} all={paths.language()} label="All rules" /> : null}
      </div>
    </>
  );
}
