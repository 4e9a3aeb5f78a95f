import type { Metadata } from "next";
import { BacklogBar } from "@/components/backlog/backlog-bar";
import { BacklogList } from "@/components/backlog/backlog-list";
import { NothingHere } from "@/components/backlog/nothing-here";
import { toChoices } from "@/components/directory/choices";
import { KeepFresh } from "@/components/layout/keep-fresh";
import { PageHeader } from "@/components/layout/page-header";
import { Pager } from "@/components/ui/pager";
import { ViewLinks } from "@/components/ui/view-links";
import { pageReader } from "@/lib/auth/page";
import { listActionItems, namesIn } from "@/lib/backlog/queries";
import { backlogPath, queryOf, readBacklog, VIEW_WORDS, VIEWS } from "@/lib/backlog/rules";
import { dayKey } from "@/lib/dates";
import { may } from "@/lib/incidents/policy";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Actions" };

/** What follows from all incidents, as the address narrows it. */
export default async function ActionsPage({ searchParams }: Props) {
  const { ctx, zone } = await pageReader();
  const state = readBacklog(await searchParams);
  const today = dayKey(Date.now(), zone);
  const [page, names] = await Promise.all([listActionItems(ctx, queryOf(state), today).catch(() => null), namesIn(ctx, state)]);
  const { items, nextCursor } = page ?? (await listActionItems(ctx, queryOf({ ...state, cursor: "" }), today));
  const address = backlogPath(state, { cursor: state.cursor });
  return (
    <>
      <KeepFresh />
      <PageHeader title="Actions">What follows from incidents: bounded changes, each with somebody who looks after it.</PageHeader>
      <ViewLinks
        label="Which action items"
        views={VIEWS.map((view) => ({
          href: backlogPath(state, { view, ...(view === "team" ? { team: "" } : {}) }),
          label: VIEW_WORDS[view],
          current: view === state.view,
        }))}
      />
      <BacklogBar key={state.view} state={state} service={toChoices(names.service)} team={toChoices(names.team)} />
      {items.length ? (
        <BacklogList key={address} address={address} first={items} today={today} mayWrite={may("action.write", { role: ctx.actor.role })} />
      ) : (
        <NothingHere state={state} />
      )}
      <Pager
        prev={state.cursor ? backlogPath(state) : null}
        next={nextCursor ? backlogPath(state, { cursor: nextCursor }) : null}
        prevLabel="First"
        nextLabel="More"
      />
    </>
  );
}
