import type { Metadata } from "next";
import { OpenItems } from "@/components/actions/open-items";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { PersonFacts } from "@/components/people/person-facts";
import { RolesHeld } from "@/components/people/roles-held";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { OPEN_ACTIONS } from "@/lib/actions/words";
import { found, pageReader } from "@/lib/auth/page";
import { listActionItems } from "@/lib/backlog/queries";
import { dayKey, shortDate } from "@/lib/dates";
import { paths } from "@/lib/paths";
import { getPerson, rolesHeldBy } from "@/lib/people/queries";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const person = await found(getPerson(ctx, (await params).id));
  return { title: person.name };
}

export default async function PersonPage({ params }: Props) {
  const { ctx, zone } = await pageReader();
  const person = await found(getPerson(ctx, (await params).id));
  const [held, items] = await Promise.all([rolesHeldBy(ctx, person.id), listActionItems(ctx, { owner: person.id, status: [...OPEN_ACTIONS], limit: 8 })]);
  const mine = person.id === ctx.actor.id;
  return (
    <>
      <PageHeader
        title={person.name}
        up={{ href: paths.people(), label: "People" }}
        actions={mine ? <ButtonLink href={paths.settings()}>Your settings</ButtonLink> : null}
      />
      {person.disabledAt ? (
        <Banner className="mb-4">
          {person.name} left on {shortDate(person.disabledAt, zone)}. What they wrote stays theirs.
        </Banner>
      ) : null}
      <PersonFacts person={person} />
      <OpenItems
        items={items.items}
        all={null}
        none={`Nothing that you can see. What ${mine ? "you look" : "they look"} after stands here until it is done.`}
        today={dayKey(Date.now(), zone)}
      />
      <Section title="Helped lately">
        {held.length ? (
          <RolesHeld held={held} zone={zone} now={Date.now()} />
        ) : (
          <p className="max-w-[36rem] text-soft leading-[1.55]">Nothing that you can see. Incidents in which {mine ? "you" : "they"} took a role stand here.</p>
        )}
      </Section>
    </>
  );
}
