"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { lazy, type ReactNode, Suspense, useCallback, useId, useMemo, useRef, useState } from "react";
import { callsQuery } from "../../lib/calls/client";
import type { CallList } from "../../lib/calls/schema";
import type { Setting } from "../../lib/composer/rules";
import { incidentQuery } from "../../lib/incidents/client";
import type { Incident } from "../../lib/incidents/schema";
import { type Severity, type Status, STATUS_WORDS } from "../../lib/incidents/words";
import { inView } from "../../lib/live/apply";
import { useLiveRoom } from "../../lib/live/client";
import { draftKey, drafts } from "../../lib/outbox/drafts";
import { stillSending, type SendingEntry } from "../../lib/outbox/rows";
import type { Person } from "../../lib/people/schema";
import type { SideCounts } from "../../lib/sides/schema";
import { theoriesOf } from "../../lib/rail/rules";
import { timelineQuery } from "../../lib/timeline/client";
import type { Entry } from "../../lib/timeline/schema";
import { draftPlace } from "../composer/draft-place";
import { Timeline } from "../timeline/timeline";
import { toast } from "../ui/toast";
import { RoomTabs } from "../work/room-tabs";
import { CallsPanel } from "./calls-panel";
import { RolesPanel } from "./roles-panel";
import { RoomBar } from "./room-bar";
import { type RoomAction, RoomHeader } from "./room-header";
import { RoomFoot } from "./room-foot";
import { RoomProvider } from "./room-context";
import { useSeen } from "./use-seen";
import { useSay } from "./use-say";
import { WhereAreWe } from "./where-are-we";

// Who is called and who does what is there at once. The rest of the side is in the page already, and answers a moment later:
// in boundaries of their own, since React holds back the HTML of a large one.
const RoomFirst = lazy(() => import("./room-first"));
const RoomSide = lazy(() => import("./room-side"));
const KeepRoom = lazy(() => import("./keep-room"));
const DIALOGS = {
  edit: lazy(() => import("./dialogs/edit-dialog")),
  update: lazy(() => import("./dialogs/update-dialog")),
  merge: lazy(() => import("./dialogs/merge-dialog")),
  visibility: lazy(() => import("./dialogs/visibility-dialog")),
  call: lazy(() => import("./dialogs/call-dialog")),
  role: lazy(() => import("./dialogs/role-dialog")),
  mitigation: lazy(() => import("./dialogs/mitigation-dialog")),
};

interface Props {
  incidentRef: string;
  me: Person;
  zone: string;
  /** The server's present when the page was made, so that server and browser draw the same first. */
  serverNow: number;
  /** The build that made the page, for the copy that the browser keeps of it. */
  build: string | null;
  counts: SideCounts;
}

/** The room: header, where we are, the rail with its composer, and the facts at the side. */
export function Room({ incidentRef, me, zone, serverNow, build, counts }: Props) {
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const timeline = useQuery(timelineQuery(incidentRef)).data;
  const calls = useQuery(callsQuery(incidentRef)).data;
  useLiveRoom(incidentRef, me, { onGone: () => location.reload() });
  useSeen(incidentRef, incident?.seq ?? 0);
  const { say, sayLines, outbox } = useSay(incidentRef, me);
  const [open, setOpen] = useState<RoomAction | null>(null);
  const foot = useRef<HTMLDivElement>(null);

  const entries = useMemo(() => (timeline ? inView(timeline) : []), [timeline]);
  const waiting = useMemo(() => stillSending(outbox.waiting, entries), [outbox.waiting, entries]);
  const setting = useMemo<Omit<Setting, "now">>(() => {
    const over = incident?.status === "resolved" && incident.resolvedAt ? incident.resolvedAt : null;
    const from = incident?.startedAt ?? incident?.detectedAt ?? incident?.declaredAt;
    return {
      zone,
      within: over && from ? { from: new Date(from), to: new Date(over) } : null,
      openTheories: theoriesOf(entries).open.map((entry) => ({ id: entry.id, body: entry.body })),
    };
  }, [incident, entries, zone]);
  const lastStatusAt = useMemo(() => entries.findLast((entry) => entry.kind === "status" && !entry.deletedAt)?.occurredAt ?? null, [entries]);

  const write = useCallback(
    (command: string) => {
      drafts().set(draftKey(me.id, draftPlace(incidentRef)), command);
      const field = foot.current?.querySelector("textarea");
      field?.focus();
      requestAnimationFrame(() => field?.setSelectionRange(command.length, command.length));
    },
    [me.id, incidentRef],
  );
  const ruleOut = useCallback((entry: Entry) => write(`/ruled-out ${entry.body.split("\n", 1)[0]!.trim()} because `), [write]);
  const { discard } = outbox;
  const editWaiting = useCallback(
    (entry: SendingEntry) => {
      write(entry.body);
      void discard(entry.id);
    },
    [write, discard],
  );

  // What helped is asked when it helped, and never stands in the way.
  const tell = useCallback(
    async (...meant: Parameters<typeof say>) => {
      await say(...meant);
      const [of] = meant;
      if (of.does === "status" && of.status === "mitigated" && !of.mitigation)
        toast("Mitigated. What helped?", { action: { label: "Say how", run: () => setOpen("mitigation") } });
    },
    [say],
  );

  if (!incident || !timeline) return null;
  const mayWrite = incident.can.includes("timeline.add");
  const setStatus = (status: Status) =>
    void tell({ does: "status", status, mitigation: null, body: "", at: null, knownLater: false }, []).then(
      () => status === "mitigated" || toast(`${STATUS_WORDS[status]}. Say why, if you can.`),
      (error: Error) => toast(error.message, { tone: "danger" }),
    );
  const setSeverity = (severity: Severity) =>
    void say({ does: "severity", severity, body: "", at: null, knownLater: false }, []).then(undefined, (error: Error) =>
      toast(error.message, { tone: "danger" }),
    );
  const Open = open ? DIALOGS[open] : null;

  return (
    <RoomProvider incidentRef={incidentRef} me={me} zone={zone}>
      <RoomBar incident={incident} serverNow={serverNow} />
      <RoomHeader incident={incident} zone={zone} serverNow={serverNow} onStatus={setStatus} onSeverity={setSeverity} onAction={setOpen} />
      <div className="mb-4">
        <RoomTabs incidentRef={incidentRef} current="room" counts={counts} />
      </div>
      <WhereAreWe incident={incident} zone={zone} serverNow={serverNow} {...(mayWrite ? { onSay: write } : {})} />
      <div className="mt-5 grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19.75rem]">
        <div className="flex min-w-0 flex-col">
          <Timeline
            incident={incident}
            timeline={timeline}
            entries={entries}
            waiting={waiting}
            outbox={outbox}
            seenSeq={incident.seenSeq}
            onRuleOut={ruleOut}
            onEditWaiting={editWaiting}
          />
          <RoomFoot
            foot={foot}
            setting={setting}
            lastStatusAt={lastStatusAt}
            mayWrite={mayWrite}
            isOut={incident.status === "mitigated" || incident.status === "resolved"}
            waiting={waiting.length}
            isDurable={outbox.isDurable}
            onSend={tell}
            onTranscript={sayLines}
          />
        </div>
        <aside
          aria-label="Facts"
          className="max-lg:order-first lg:sticky lg:top-14 lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto lg:overscroll-contain lg:pr-1 lg:pb-4"
        >
          <FactsFold summary={factsInShort(incident, calls)}>
            <Suspense>
              <RoomFirst incident={incident} serverNow={serverNow} />
            </Suspense>
            <CallsPanel canCall={incident.can.includes("call.make")} onCall={() => setOpen("call")} />
            <RolesPanel incident={incident} serverNow={serverNow} onGive={() => setOpen("role")} />
            <Suspense>
              <RoomSide incident={incident} entries={entries} onRuleOut={ruleOut} />
            </Suspense>
          </FactsFold>
        </aside>
      </div>
      <Suspense>
        <KeepRoom incidentRef={incidentRef} personId={me.id} build={build} />
      </Suspense>
      {Open ? (
        <Suspense>
          <Open incident={incident} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </RoomProvider>
  );
}

/** At the side on a wide screen; folded under the header on a narrow one, where the timeline comes first. */
function FactsFold({ summary, children }: { summary: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center justify-between gap-3 rounded-md border border-line bg-raised px-3.5 py-2.5 text-left lg:hidden"
      >
        <span className="min-w-0 truncate">{summary}</span>
        <ChevronDown aria-hidden className={open ? "size-4 rotate-180" : "size-4"} />
      </button>
      <div id={id} className={open ? "space-y-4 max-lg:mt-3" : "space-y-4 max-lg:hidden"}>
        {children}
      </div>
    </>
  );
}

/** "Ngozi leads · 2 called, 1 on it": what the folded facts hold. */
function factsInShort(incident: Incident, calls: CallList | undefined): string {
  const lead = incident.roles.find((held) => held.role === "lead");
  const called = (calls?.items ?? []).flatMap((call) => call.people);
  const onIt = called.filter((person) => person.answer === "on_it").length;
  return [lead ? `${lead.person.name} leads` : "Nobody leads yet", called.length ? `${called.length} called, ${onIt} on it` : "nobody called"].join(" · ");
}
