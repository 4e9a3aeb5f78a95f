import clsx from "clsx";
import { AtSign, BookCheck, Check, CircleCheckBig, CircleDot, DoorOpen, Feather, Heart, Megaphone, RotateCcw, TimerReset, UserRoundCheck } from "lucide-react";
import Link from "next/link";
import { CALL_ANSWER_WORDS } from "../../lib/calls/words";
import type { InboxItem } from "../../lib/inbox/schema";
import type { InboxKind } from "../../lib/inbox/words";
import { Badge } from "../ui/badge";
import { RelativeTime } from "../times/relative-time";
import { IconButton } from "../ui/icon-button";

const GLYPHS: Record<InboxKind, typeof AtSign> = {
  call: Megaphone,
  mention: AtSign,
  role: UserRoundCheck,
  update_due: TimerReset,
  let_in: DoorOpen,
  action: CircleDot,
  action_due: TimerReset,
  held: CircleCheckBig,
  review: BookCheck,
  reviewed: Feather,
  thanks: Heart,
};

interface Props {
  item: InboxItem;
  zone: string;
  serverNow: number;
  onFollow?: () => void;
  /** Ticks it off, or brings back what was ticked off. Left out, there is nothing to do here but to look. */
  onDone?: () => void;
}

/** Something that waits, or was done: the whole row leads to its place. */
export function ItemRow({ item, zone, serverNow, onFollow, onDone }: Props) {
  const Glyph = GLYPHS[item.kind];
  const fresh = !item.seenAt && !item.doneAt;
  return (
    <div className="relative flex items-start gap-3 border-hairline border-b px-1 py-3.5 hover:bg-hover sm:gap-4 sm:px-3">
      <span className={clsx("mt-0.5 grid size-7 shrink-0 place-items-center rounded-full", fresh ? "bg-accent-wash text-accent" : "bg-sunken text-soft")}>
        <Glyph aria-hidden="true" className="size-3.5" strokeWidth={2} />
      </span>
      <div className="min-w-0 flex-1">
        <Link
          data-row-link
          href={item.url}
          onClick={onFollow}
          className={clsx("isolate-text leading-5 after:absolute after:inset-0", fresh ? "font-semibold" : "font-[500]")}
        >
          {fresh ? <span className="sr-only">New: </span> : null}
          {item.title}
        </Link>
        {item.answer ? <Badge className="ml-2">{CALL_ANSWER_WORDS[item.answer]}</Badge> : null}
        {item.excerpt ? <p className="isolate-text mt-0.5 line-clamp-2 max-w-[72ch] text-soft">{item.excerpt}</p> : null}
        <p className="mt-0.5 flex gap-1.5 text-13 text-faint">
          <span className="isolate-text truncate">{item.incidentTitle}</span>
          <span aria-hidden="true" className="sm:hidden">
            ·
          </span>
          <RelativeTime at={item.doneAt ?? item.at} zone={zone} now={serverNow} className="relative z-10 shrink-0 sm:hidden" />
        </p>
      </div>
      <span className="relative z-10 flex shrink-0 items-center gap-2 text-13 text-soft">
        <RelativeTime at={item.doneAt ?? item.at} zone={zone} now={serverNow} className="max-sm:hidden" />
        {onDone ? (
          <IconButton
            label={item.doneAt ? "Put back" : "Done"}
            {...(item.doneAt ? {} : { hint: "e" })}
            icon={item.doneAt ? <RotateCcw aria-hidden="true" /> : <Check aria-hidden="true" strokeWidth={2.25} />}
            onClick={onDone}
          />
        ) : null}
      </span>
    </div>
  );
}
