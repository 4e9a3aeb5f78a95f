"use client";

import { useState } from "react";
import { useUpdateChange } from "../../lib/beside/client";
import type { IncidentChange } from "../../lib/changes/schema";
import { VERDICT_WORDS, VERDICTS, type Verdict as Word } from "../../lib/changes/words";
import { isProblem } from "../../lib/http/fetch";
import { useDraft } from "../../lib/outbox/client";
import { unlessRewritten } from "../nets/note-field";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Menu } from "../ui/menu";
import { toast } from "../ui/toast";
import { Verdict } from "./verdict";

const HINTS: Record<Word, string> = {
  suspect: "it may have to do with it",
  contributed: "without it, it would have gone otherwise",
  fixed: "it made it better",
  dismissed: "it has nothing to do with it",
};

/** The verdict, given where the change stands; taken back with an undo. */
export function Judge({ change, onJudged }: { change: IncidentChange; onJudged: () => void }) {
  const { incidentRef } = useRoom();
  const update = useUpdateChange(incidentRef);
  const sorry = (error: Error) => toast(error.message, { tone: "danger" });
  const set = (verdict: Word | null) => {
    const before = change.verdict;
    if (verdict === before) return;
    update.mutate(
      { id: change.id, input: { verdict } },
      {
        onSuccess: () =>
          toast(verdict ? VERDICT_WORDS[verdict] : "To be judged again", {
            undo: () => update.mutate({ id: change.id, input: { verdict: before } }, { onError: sorry }),
          }),
        onError: sorry,
      },
    );
    if (verdict) onJudged();
  };
  return (
    <Menu
      label={`Judge ${change.summary}`}
      align="end"
      trigger={(anchor) => (
        <Button size="sm" variant={change.verdict ? "quiet" : "secondary"} {...anchor}>
          {change.verdict ? <Verdict verdict={change.verdict} /> : "Judge"}
        </Button>
      )}
      items={[
        ...VERDICTS.map((verdict) => ({
          label: VERDICT_WORDS[verdict],
          hint: HINTS[verdict],
          checked: change.verdict === verdict,
          onSelect: () => set(verdict),
        })),
        ...(change.verdict ? [null, { label: "Not judged yet", onSelect: () => set(null) }] : []),
      ]}
    />
  );
}

/** Why it was judged so, in a sentence: edited where it stands, kept while it is not sent. */
export function Why({
  change,
  mayJudge,
  editing,
  onEdit,
}: {
  change: IncidentChange;
  mayJudge: boolean;
  editing: boolean;
  onEdit: (editing: boolean) => void;
}) {
  const { incidentRef, me } = useRoom();
  const update = useUpdateChange(incidentRef);
  const [draft, setDraft, clear] = useDraft(me.id, `why ${incidentRef} ${change.id}`, "");
  const [refused, setRefused] = useState<string | null>(null);
  // What stood when one began: what another wrote since is shown before it is written over.
  const [read, setRead] = useState(change.why);
  if (!editing && read !== change.why) setRead(change.why);
  const asks = change.nothingChanged ? "How was it checked?" : "Why do you think so?";
  const start = () => {
    if (!draft) setDraft(change.why);
    onEdit(true);
  };
  function tell(theirs: string) {
    setRead(theirs);
    setRefused(`Someone wrote here in the meantime: “${theirs}”. Keep again to write yours over it.`);
  }
  async function save() {
    if (change.why !== read) return tell(change.why);
    try {
      await unlessRewritten(
        (version) => update.mutateAsync({ id: change.id, input: { why: draft.trim() }, ifMatch: version === change.version ? "held" : version }),
        change.version,
        (now: IncidentChange) => (now.why === read ? now.version : null),
      );
      clear();
      setRefused(null);
      onEdit(false);
    } catch (error) {
      if (isProblem(error, "CONFLICT")) tell((error.current as IncidentChange).why);
      else setRefused((error as Error).message);
    }
  }
  if (!editing)
    return change.why || mayJudge ? (
      <p className="flex flex-wrap items-baseline gap-x-2 text-13 text-soft">
        {change.why ? <span className="isolate-text min-w-0 text-ink [overflow-wrap:anywhere]">{change.why}</span> : null}
        {mayJudge && (change.verdict || change.nothingChanged) ? (
          <button type="button" onClick={start} className="link touch text-13 print:hidden">
            {change.why ? "edit" : "say why"}
          </button>
        ) : null}
      </p>
    ) : null;
  return (
    <form
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <span className="min-w-48 flex-1">
        <Input
          autoFocus
          aria-label={asks}
          aria-invalid={refused ? true : undefined}
          placeholder={asks}
          value={draft}
          maxLength={2000}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onEdit(false)}
        />
        {refused ? <span className="mt-1 block text-13 text-danger">{refused}</span> : null}
      </span>
      <Button type="submit" size="sm" className="h-9" pending={update.isPending}>
        Keep
      </Button>
    </form>
  );
}
