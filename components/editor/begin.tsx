"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { useStartPostmortem } from "../../lib/postmortems/client";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { toast } from "../ui/toast";

const NoneDialog = lazy(() => import("../postmortem/none-dialog"));

/** Where none was begun: what it will be, and the one step. */
export function Begin({ incidentRef, mayWrite }: { incidentRef: string; mayWrite: boolean }) {
  const start = useStartPostmortem(incidentRef);
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const begin = () =>
    start.mutate(undefined, {
      onSuccess: () => router.refresh(),
      onError: (error) => {
        toast(error.message, { tone: "danger" });
        // Somebody else began it in this moment: it is shown.
        router.refresh();
      },
    });
  return (
    <EmptyState
      title="Nobody has begun the post-mortem"
      actions={
        mayWrite ? (
          <>
            <Button variant="primary" pending={start.isPending} onClick={begin}>
              Begin the post-mortem
            </Button>
            <Button variant="quiet" onClick={() => setAsking(true)}>
              None is required…
            </Button>
            <Suspense>{asking ? <NoneDialog incidentRef={incidentRef} onClose={() => setAsking(false)} /> : null}</Suspense>
          </>
        ) : undefined
      }
      example={
        <div className="font-serif text-16 leading-[1.6]">
          <p className="font-semibold text-18">Why were we surprised?</p>
          <p className="mt-1">
            The limit had held in three regions since Tuesday. What nobody could see from the change was that the fourth differs: its pool was sized in a week
            when it carried a tenth of today’s traffic.
          </p>
        </div>
      }
    >
      <p>
        {mayWrite
          ? "Several of you can write it at once. It opens with fourteen short sections, each with a question, and with what the room already knows: its timeline, what changed, what combined, the nets and the action items stand in it and are never typed again."
          : "When the team begins it, it can be read here while it is written. You may read this incident; writing is for its members."}
      </p>
    </EmptyState>
  );
}
