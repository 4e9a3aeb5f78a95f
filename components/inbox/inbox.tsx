"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { CallAnswer } from "../../lib/calls/words";
import { inboxQuery, useAnswerFromInbox, useSetInboxDone } from "../../lib/inbox/client";
import type { InboxItem } from "../../lib/inbox/schema";
import { paths } from "../../lib/paths";
import { focusedRow } from "../layout/row-keys";
import { useShortcuts } from "../layout/shortcuts";
import { Banner } from "../ui/banner";
import { Button, ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { toast } from "../ui/toast";
import { CallCard } from "./call-card";
import { ItemRow } from "./item-row";

interface Props {
  zone: string;
  /** The server's present when the page was made, so that server and browser draw the same first. */
  serverNow: number;
}

/** What waits: calls for help first, then updates that are due, then the rest, newest first. */
const inOrder = (items: readonly InboxItem[]) => {
  const rank = (item: InboxItem) => (item.kind === "call" ? 0 : item.kind === "update_due" ? 1 : 2);
  return items.toSorted((a, b) => rank(a) - rank(b) || Date.parse(b.at) - Date.parse(a.at));
};

export function Inbox({ zone, serverNow }: Props) {
  const { data, error, refetch } = useQuery(inboxQuery);
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<number | null>(null);
  const { mutate: setDone } = useSetInboxDone();
  const { mutate: answer } = useAnswerFromInbox();
  const items = inOrder(data?.items ?? []);

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  // What had the focus is gone: the focus goes to what stands in its place.
  useEffect(() => {
    if (next.current === null) return;
    const row = rows().at(next.current) ?? rows().at(-1);
    row?.querySelector<HTMLElement>("[data-row-link]")?.focus();
    next.current = null;
  });

  const failed = (problem: Error) => void toast(problem.message, { tone: "danger" });
  const leave = (item: InboxItem) => {
    const at = rows().findIndex((row) => row.dataset.row === item.id);
    if (rows()[at]?.contains(document.activeElement)) next.current = at;
  };

  const done = (item: InboxItem) => {
    leave(item);
    setDone({ item, done: true }, { onError: failed });
    toast(`Done: ${item.title}`, { undo: () => setDone({ item, done: false }, { onError: failed }) });
  };
  const say = (item: InboxItem, word: CallAnswer) => {
    if (word === "cannot") leave(item);
    answer({ item, answer: word }, { onError: failed });
    if (word === "on_it") router.push(item.url);
    else toast(`${item.from?.name ?? "The room"} sees that you cannot right now.`, { action: { label: "I’m on it after all", run: () => say(item, "on_it") } });
  };
  useShortcuts([
    {
      keys: "e",
      label: "Tick the chosen one off",
      group: "On this page",
      run: () => {
        const item = items.find((one) => one.id === focusedRow()?.dataset.row);
        // A call is answered, not ticked off.
        if (item && item.kind !== "call") done(item);
      },
    },
  ]);

  if (!data) return error ? <Failed message={error.message} onRetry={() => void refetch()} /> : <Loading />;
  if (items.length === 0) return <NothingWaits zone={zone} serverNow={serverNow} />;

  const calls = items.filter((item) => item.kind === "call");
  const rest = items.filter((item) => item.kind !== "call");
  return (
    <div ref={list}>
      {error ? <Failed message={error.message} onRetry={() => void refetch()} /> : null}
      {calls.length > 0 ? (
        <section aria-labelledby="inbox-calls">
          <h2 id="inbox-calls" className="pt-5 pb-2 font-semibold text-13 text-soft">
            Calls for help
          </h2>
          <ul className="border-hairline border-t">
            {calls.map((item) => (
              <li key={item.id} data-row={item.id} className="animate-settle">
                <CallCard item={item} zone={zone} serverNow={serverNow} onAnswer={(word) => say(item, word)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {rest.length > 0 ? (
        <section aria-labelledby="inbox-rest">
          <h2 id="inbox-rest" className="pt-5 pb-2 font-semibold text-13 text-soft">
            {calls.length > 0 ? "And also" : "For you"}
          </h2>
          <ul className="border-hairline border-t">
            {rest.map((item) => (
              <li key={item.id} data-row={item.id} className="animate-settle">
                <ItemRow item={item} zone={zone} serverNow={serverNow} onFollow={() => setDone({ item, done: true })} onDone={() => done(item)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.waiting > items.length ? (
        <p className="pt-3 text-13 text-soft">And {data.waiting - items.length} older ones: they come up as these are done.</p>
      ) : null}
    </div>
  );
}

function Failed({ message, onRetry }: { message: string; onRetry(): void }) {
  return (
    <Banner
      tone="danger"
      role="alert"
      title="Your inbox could not be loaded"
      className="mt-4"
      actions={
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {message}
    </Banner>
  );
}

function Loading() {
  return (
    <div className="pt-5" role="status" aria-label="Loading your inbox">
      {[0, 1, 2].map((n) => (
        <div key={n} className="flex items-start gap-4 border-hairline border-b px-3 py-4">
          <Skeleton className="size-7" />
          <span className="flex-1 space-y-2">
            <Skeleton className="h-4 w-3/5" />
            <Skeleton className="h-3.5 w-2/5" />
          </span>
        </div>
      ))}
    </div>
  );
}

function NothingWaits({ zone, serverNow }: { zone: string; serverNow: number }) {
  const example: InboxItem = {
    id: "example",
    kind: "mention",
    title: "Mara mentioned you in INC-12",
    excerpt: "@you, is the retry limit per call or per customer?",
    url: paths.inbox(),
    incidentRef: "INC-12",
    incidentTitle: "Checkout answers 502 for one region",
    severity: "SEV2",
    status: "investigating",
    from: null,
    callId: null,
    onIt: [],
    answer: null,
    at: new Date(serverNow - 240_000).toISOString(),
    seenAt: null,
    doneAt: null,
  };
  return (
    <EmptyState
      title="Nothing waits for you"
      actions={<ButtonLink href={paths.incidents()}>See the incidents</ButtonLink>}
      example={<ItemRow item={example} zone={zone} serverNow={serverNow} />}
    >
      Calls for help, mentions, roles that you were given, post-mortems to read and updates that are due come here. Each leads to its place, and goes when it is
      done.
    </EmptyState>
  );
}
