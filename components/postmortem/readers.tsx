"use client";

import clsx from "clsx";
import { Check, Clock3, MessageSquareQuote, Undo2, X } from "lucide-react";
import type { Person } from "../../lib/people/schema";
import type { PostmortemState, Review } from "../../lib/postmortems/schema";
import { REVIEW_STATE_WORDS } from "../../lib/postmortems/words";
import { useReview } from "../../lib/reviews/client";
import { Avatar } from "../people/avatar";
import { useRoom } from "../room/room-context";
import { Panel } from "../room/panel";
import { Time } from "../times/time";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/toast";
import type { SideSheet } from "./side";

interface Props {
  postmortem: PostmortemState;
  me: Person;
  mayWrite: boolean;
  onSheet(name: SideSheet): void;
}

/** Who reads the draft before it goes out, and what they say of it. */
export function Readers({ postmortem, me, mayWrite, onSheet }: Props) {
  const standing = postmortem.reviews.filter(({ state }) => state !== "withdrawn");
  const mine = standing.find(({ person }) => person.id === me.id);
  const { verb: approve, withdraw } = useVerbs(postmortem.incidentRef);
  const sayYes = () => approve({}, () => toast("You approved it", { tone: "calm", undo: () => withdraw({ personIds: [me.id] }) }));
  const isAsked = mine?.state === "requested";
  // What one is asked stands above the others.
  const reviews = isAsked ? standing.filter((review) => review !== mine) : standing;
  return (
    <Panel title="Review">
      {isAsked ? (
        <div data-solid className="mb-3 rounded-md bg-accent-wash px-3 py-2.5">
          <p className="leading-5">
            <span className="font-[550]">{mine.askedBy?.name ?? "The team"}</span> asks you to read this
            {mine.team ? <span className="text-soft"> for {mine.team.name}</span> : null}.
          </p>
          {mine.note ? <p className="isolate-text mt-1 whitespace-pre-line text-soft">{mine.note}</p> : null}
          <div className="mt-2.5 flex flex-wrap gap-2">
            <Button size="sm" variant="primary" icon={<Check aria-hidden />} onClick={sayYes}>
              Approve
            </Button>
            <Button size="sm" onClick={() => onSheet("changes")}>
              Ask for changes
            </Button>
          </div>
        </div>
      ) : null}
      {reviews.length ? (
        <ul className="space-y-2.5">
          {reviews.map((review) => (
            <Reader
              key={review.person.id}
              review={review}
              isMe={review.person.id === me.id}
              mayWrite={mayWrite}
              onWithdraw={() => withdraw({ personIds: [review.person.id] })}
            />
          ))}
        </ul>
      ) : isAsked ? null : (
        <p className="text-soft">Nobody was asked yet. Somebody who was not there finds what the others cannot see any more.</p>
      )}
      {!isAsked && mayWrite ? (
        <p className="mt-2.5 flex flex-wrap gap-x-3 text-13">
          {mine?.state === "approved" ? null : (
            <button type="button" className="link" onClick={sayYes}>
              Approve it
            </button>
          )}
          <button type="button" className="link" onClick={() => onSheet("changes")}>
            Ask for changes
          </button>
        </p>
      ) : null}
    </Panel>
  );
}

function useVerbs(incidentRef: string) {
  const approving = useReview(incidentRef, "approve");
  const withdrawing = useReview(incidentRef, "withdraw");
  const onError = (error: Error) => void toast(error.message, { tone: "danger" });
  return {
    verb: (body: { note?: string }, onSuccess: () => void) => approving.mutate(body, { onSuccess, onError }),
    withdraw: (body: { personIds?: string[] }) => withdrawing.mutate(body, { onError }),
  };
}

const LOOKS = {
  requested: { icon: Clock3, tone: "text-faint" },
  approved: { icon: Check, tone: "text-calm" },
  changes_requested: { icon: MessageSquareQuote, tone: "text-caution" },
} as const satisfies Partial<Record<Review["state"], unknown>> & Record<string, unknown>;

interface ReaderProps {
  review: Review;
  isMe: boolean;
  mayWrite: boolean;
  onWithdraw(): void;
}

function Reader({ review, isMe, mayWrite, onWithdraw }: ReaderProps) {
  const { zone } = useRoom();
  const { person, state, note, team, at } = review;
  const { icon: Icon, tone } = LOOKS[state as keyof typeof LOOKS];
  const isAnswered = state !== "requested";
  return (
    <li className="flex gap-2.5">
      <Avatar person={person} size="sm" className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-1.5 leading-5">
          <span className="isolate-text font-[550]">{isMe ? "You" : person.name}</span>
          {team ? <span className="text-13 text-soft">for {team.name}</span> : null}
        </p>
        <p className={clsx("flex items-center gap-1.5 text-13", tone)}>
          <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
          <span>
            {REVIEW_STATE_WORDS[state].toLowerCase()} <Time at={at} zone={zone} look="date" className="text-soft" />
          </span>
        </p>
        {isAnswered && note ? <p className="isolate-text mt-1 whitespace-pre-line border-line border-l-2 pl-2.5 text-soft leading-5">{note}</p> : null}
      </div>
      {isMe && isAnswered ? <IconButton label="Take back what you said" icon={<Undo2 aria-hidden />} onClick={onWithdraw} /> : null}
      {!isAnswered && mayWrite && !isMe ? <IconButton label={`Do not ask ${person.name}`} icon={<X aria-hidden />} onClick={onWithdraw} /> : null}
    </li>
  );
}
