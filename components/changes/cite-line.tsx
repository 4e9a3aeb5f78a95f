"use client";

import { Quote, Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { draftKey, drafts } from "../../lib/outbox/drafts";
import { paths } from "../../lib/paths";
import { draftPlace } from "../composer/draft-place";
import { useRoom } from "../room/room-context";
import { IconButton } from "../ui/icon-button";

/** What a line of a diff is good for in a room: evidence of a factor, or a line on the timeline that links to it. */
export function CiteLine({ change, line, path }: { change: { id: string; summary: string }; line: number; path: string }) {
  const { incidentRef, me } = useRoom();
  const router = useRouter();
  function inEntry() {
    const key = draftKey(me.id, draftPlace(incidentRef));
    const held = drafts().get(key);
    const name = (path || change.summary).replace(/[[\]\\]/g, "\\$&");
    const link = `[${name}, line ${line}](${paths.changeLine(incidentRef, change.id, line)})`;
    drafts().set(key, typeof held === "string" && held.trim() ? `${held.trimEnd()} ${link} ` : `${link} `);
    router.push(paths.incident(incidentRef));
  }
  return (
    <span className="sticky right-1 z-2 ml-auto flex h-5 shrink-0 items-center gap-0.5 rounded-sm bg-raised px-0.5 font-sans shadow-float">
      <IconButton
        size="sm"
        icon={<Scale aria-hidden="true" />}
        label="Cite as evidence"
        onClick={() => router.push(paths.evidence(incidentRef, change.id, path, line))}
      />
      <IconButton size="sm" icon={<Quote aria-hidden="true" />} label="Cite in an entry" onClick={inEntry} />
    </span>
  );
}
