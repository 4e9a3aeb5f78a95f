"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { paths } from "../../lib/paths";
import type { PostmortemState } from "../../lib/postmortems/schema";
import { useRestore, versionsQuery } from "../../lib/publishing/client";
import { Panel } from "../room/panel";
import { useRoom } from "../room/room-context";
import { Time } from "../times/time";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toast } from "../ui/toast";

/** What went out, the newest first; each can be read, held beside the draft, and written from again. */
export function Versions({ postmortem, mayWrite }: { postmortem: PostmortemState; mayWrite: boolean }) {
  const { zone } = useRoom();
  const { incidentRef, publishedVersion } = postmortem;
  const versions = useQuery({ ...versionsQuery(incidentRef, publishedVersion), enabled: publishedVersion !== null }).data?.items ?? [];
  const [restoring, setRestoring] = useState<number | null>(null);
  const restore = useRestore(incidentRef);
  if (publishedVersion === null) return null;
  return (
    <Panel title="Versions">
      <ul className="space-y-2">
        {versions.map(({ n, publishedAt, publishedBy, note }) => (
          <li key={n} className="leading-5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <Link href={paths.postmortem(incidentRef, n === publishedVersion ? {} : { version: n })} prefetch={false} className="font-[550] hover:underline">
                Version {n}
              </Link>
              <Time at={publishedAt} zone={zone} look="date" className="text-13 text-soft" />
            </p>
            {note ? <p className="isolate-text text-soft">{note}</p> : null}
            <p className="flex flex-wrap gap-x-3 text-13 text-soft">
              <span className="isolate-text">by {publishedBy.name}</span>
              <Link href={paths.compare(incidentRef, n)} prefetch={false} className="link">
                Compare with the draft
              </Link>
              {mayWrite ? (
                <button type="button" className="link" onClick={() => setRestoring(n)}>
                  Restore
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={restoring !== null}
        onClose={() => setRestoring(null)}
        title={`Write on from version ${restoring}?`}
        action={`Restore version ${restoring}`}
        onConfirm={async () => {
          const n = restoring!;
          await restore.mutateAsync(n);
          toast(`The draft reads as version ${n} again`);
        }}
      >
        <p>
          The draft will read as that version did. What stands in the draft now and in no version is gone from it, for everyone who writes; what is published
          stays as it is.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
