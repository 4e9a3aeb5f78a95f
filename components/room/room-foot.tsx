"use client";

import { memo, type RefObject } from "react";
import type { Meaning, Setting } from "../../lib/composer/rules";
import { useConnection, usePresence } from "../../lib/live/client";
import { useDraft } from "../../lib/outbox/client";
import type { TranscriptLine } from "../../lib/transcript/rules";
import { Composer } from "../composer/composer";
import { draftPlace } from "../composer/draft-place";
import { useRoom } from "./room-context";
import { WhoIsHere } from "./who-is-here";

interface Props {
  foot: RefObject<HTMLDivElement | null>;
  setting: Omit<Setting, "now">;
  lastStatusAt: string | null;
  mayWrite: boolean;
  /** Whether the fire is out. */
  isOut: boolean;
  /** How many entries wait in this browser. */
  waiting: number;
  /** False where this browser keeps nothing beyond the tab. */
  isDurable: boolean;
  onSend(meaning: Meaning, attachmentIds: string[]): Promise<void>;
  onTranscript(lines: TranscriptLine[]): Promise<void>;
}

/** The composer with who is here above it. What is typed is kept here and nowhere above: a keystroke draws no timeline. */
export const RoomFoot = memo(function RoomFoot({ foot, setting, lastStatusAt, mayWrite, isOut, waiting, isDurable, onSend, onTranscript }: Props) {
  const { incidentRef, me } = useRoom();
  const presence = usePresence(incidentRef);
  const connection = useConnection();
  const [draft, setDraft] = useDraft(me.id, draftPlace(incidentRef), "");
  return (
    <div
      ref={foot}
      className="sticky bottom-0 z-9 mt-auto bg-gradient-to-t from-80% from-surface to-transparent pt-6 pb-4 max-md:bottom-(--below) max-md:pb-2 print:hidden"
    >
      <WhoIsHere presence={presence} connection={connection} waiting={waiting} isDurable={isDurable} />
      {mayWrite ? (
        <Composer
          incidentRef={incidentRef}
          hints={isOut}
          text={draft}
          onText={setDraft}
          setting={setting}
          lastStatusAt={lastStatusAt}
          onSend={onSend}
          onTranscript={onTranscript}
          onTyping={() => presence.setTyping(true)}
        />
      ) : (
        <p className="rounded-md border border-line bg-raised px-3.5 py-2.5 text-soft">
          You read along here. Members write; where you are called for help, you can answer.
        </p>
      )}
    </div>
  );
});
