import type { Metadata } from "next";
import { DeclareNow } from "@/components/declare/declare-now";
import { NothingYet } from "@/components/history/nothing-yet";
import { KeepFresh } from "@/components/layout/keep-fresh";
import { LatelyPublished } from "@/components/home/lately-published";
import { LatelyResolved } from "@/components/home/lately-resolved";
import { OpenIncidents } from "@/components/home/open-incidents";
import { MyActions } from "@/components/home/my-actions";
import { Waiting } from "@/components/home/waiting";
import { Writing } from "@/components/home/writing";
import { PageHeader } from "@/components/layout/page-header";
import { pageReader } from "@/lib/auth/page";
import { listActionItems } from "@/lib/backlog/queries";
import { dayKey } from "@/lib/dates";
import { listLatelyPublished, listLatelyResolved, listWriting, openNow, seesAny } from "@/lib/home/queries";
import { homeTitle, homeWords } from "@/lib/home/rules";
import { listInbox } from "@/lib/inbox/queries";

export const metadata: Metadata = { title: "Home" };

/** So many open ones are drawn; the rest are counted, and stand in the list. */
const MOST = 12;

/** What burns now, what waits for the reader, and what was over lately. Calm when nothing burns. */
export default async function HomePage() {
  const { ctx, zone } = await pageReader();
  const today = dayKey(Date.now(), zone);
  const [open, inbox, mine, drafts, published, resolved] = await Promise.all([
    openNow(ctx, MOST),
    listInbox(ctx, { limit: 5 }),
    listActionItems(ctx, { owner: "me", status: ["open", "in_progress"], limit: 5 }, today),
    listWriting(ctx, 5),
    listLatelyPublished(ctx, 4),
    listLatelyResolved(ctx, 6),
  ]);
  const now = Date.now();
  const isNew = open.items.length + resolved.length === 0 && !(await seesAny(ctx));
  return (
    <>
      <PageHeader title={homeTitle(open)} actions={open.items.length || isNew ? null : <DeclareNow variant="secondary" />}>
        {homeWords(open)}
      </PageHeader>
      {open.items.length ? <OpenIncidents open={open} zone={zone} now={now} /> : null}
      <Waiting inbox={inbox} zone={zone} now={now} />
      <MyActions page={mine} today={today} />
      <Writing drafts={drafts} zone={zone} now={now} />
      <LatelyPublished published={published} zone={zone} now={now} />
      <LatelyResolved incidents={resolved} zone={zone} now={now} />
      {isNew ? <NothingYet zone={zone} now={now} /> : null}
      <KeepFresh />
    </>
  );
}
