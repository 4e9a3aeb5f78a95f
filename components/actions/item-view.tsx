"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { backlogKey, useSnoozeActionItem } from "../../lib/actions/client";
import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_TYPE_WORDS, HELD_WORDS } from "../../lib/actions/words";
import { shortDate } from "../../lib/dates";
import { NET_WORDS } from "../../lib/nets/words";
import { paths } from "../../lib/paths";
import { PageHeader } from "../layout/page-header";
import { Section } from "../layout/section";
import { useShortcuts } from "../layout/shortcuts";
import { Button } from "../ui/button";
import { Markdown } from "../ui/markdown";
import { Ticks } from "../ui/ticks";
import { toast } from "../ui/toast";
import { EvidenceField } from "./evidence-field";
import { ItemControls } from "./item-controls";
import { removeLater } from "./remove-later";
import { SHEETS, type SheetName } from "./sheets";

const ItemDialog = lazy(() => import("./item-dialog"));

interface Props {
  first: ActionItem;
  meId: string;
  zone: string;
  today: string;
  mayWrite: boolean;
}

/** One action item: what, until when, by whom; how one sees that it is done, and whether it held when it came to it. */
export function ItemView({ first, meId, zone, today, mayWrite }: Props) {
  const router = useRouter();
  const initial = { items: [first], nextCursor: null };
  const { data } = useQuery({ queryKey: backlogKey(first.id), queryFn: () => initial, initialData: initial, enabled: false });
  const item = data.items[0] ?? first;
  const [sheet, setSheet] = useState<SheetName | "edit" | null>(null);
  const wake = useSnoozeActionItem(item.id);
  const Sheet = sheet && sheet !== "edit" ? SHEETS[sheet] : null;
  const close = () => setSheet(null);
  const waits = item.snoozedUntil !== null && item.snoozedUntil.slice(0, 10) >= today;
  const isOver = item.status === "done" || item.status === "wont_do";
  useShortcuts(mayWrite ? [{ keys: "e", label: "Change this action item", group: "On this page", run: () => setSheet("edit") }] : []);
  const remove = () => {
    removeLater(item, () => router.push(paths.action(item.ref)));
    router.push(paths.incidentActions(item.incidentRef));
  };

  return (
    <>
      <PageHeader
        up={{ href: paths.actions(), label: "Actions" }}
        refText={item.ref}
        title={<Ticks>{item.title}</Ticks>}
        actions={
          mayWrite ? (
            <>
              <Button onClick={() => setSheet("edit")}>Change</Button>
              {isOver ? null : <Button onClick={() => setSheet("snooze")}>Let it wait</Button>}
              <Button variant="quiet" onClick={remove}>
                Delete
              </Button>
            </>
          ) : null
        }
      >
        {item.type ? `${ACTION_TYPE_WORDS[item.type]} · from ` : "From "}
        <Link href={paths.incidentActions(item.incidentRef)} className="link">
          {item.incidentRef} {item.incidentTitle}
        </Link>
        {item.factorId ? (
          <>
            , made of{" "}
            <Link href={paths.incidentFactors(item.incidentRef, item.factorId)} className="link">
              a factor
            </Link>
          </>
        ) : null}
        {item.net ? `, made of a hole in its safety nets: ${NET_WORDS[item.net].toLowerCase()}` : null}
        {item.entryId ? (
          <>
            , made of{" "}
            <a href={paths.entry(item.incidentRef, item.entryId)} className="link">
              an entry
            </a>
          </>
        ) : null}
      </PageHeader>
      <ItemControls item={item} today={today} mayWrite={mayWrite} onSheet={setSheet} />
      {item.ownerLeft ? (
        <p className="mt-2 text-13 text-soft">Its owner has left: until somebody else takes it, it asks its team, or who leads the incident.</p>
      ) : null}
      {waits && !isOver ? (
        <p className="isolate-text mt-2 flex flex-wrap items-center gap-3">
          Waits until {shortDate(item.snoozedUntil!, zone)}: {item.snoozeWhy}
          {mayWrite ? (
            <Button size="sm" onClick={() => wake.mutate({ until: null, why: "" }, { onError: (error) => toast(error.message, { tone: "danger" }) })}>
              Wake it
            </Button>
          ) : null}
        </p>
      ) : null}
      {item.status === "wont_do" ? <p className="isolate-text mt-2">Not to be done: {item.reason}</p> : null}
      {item.finishTest ? (
        <Section title="Done when">
          <p className="isolate-text max-w-[70ch] leading-[1.55]">
            <Ticks>{item.finishTest}</Ticks>
          </p>
        </Section>
      ) : null}
      {item.description ? (
        <Section title="More about it">
          <Markdown>{item.description}</Markdown>
        </Section>
      ) : null}
      {item.trackerUrl ? (
        <Section title="In your tracker">
          <a href={item.trackerUrl} rel="noopener noreferrer" className="link [overflow-wrap:anywhere]">
            {item.trackerUrl}
          </a>
        </Section>
      ) : null}
      {item.status === "done" ? <EvidenceField item={item} zone={zone} mayWrite={mayWrite} /> : null}
      {item.held.length ? (
        <Section title="Did it hold?" aside="asked when an incident like it is over">
          <ul>
            {item.held.map(({ incidentRef, answer, note, at }) => (
              <li
                key={incidentRef}
                className="isolate-text border-hairline border-b py-2.5 last:border-b-0 sm:grid sm:grid-cols-[4.5rem_minmax(0,1fr)_auto] sm:gap-x-3"
              >
                <span>
                  <a href={paths.held(incidentRef)} className="link font-mono text-13">
                    {incidentRef}
                  </a>
                </span>
                <p className="max-w-[70ch]">
                  {answer ? HELD_WORDS[answer] : "Nobody has said yet"}
                  {note ? `: ${note}` : ""}
                </p>
                <span className="text-13 text-soft">{shortDate(at, zone)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Suspense>
        {sheet === "edit" ? <ItemDialog incidentRef={item.incidentRef} meId={meId} item={item} onClose={close} onDone={close} /> : null}
        {Sheet ? <Sheet items={[item]} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
