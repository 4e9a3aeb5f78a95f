"use client";

import { useRouter } from "next/navigation";
import { useStartPostmortem } from "../../lib/postmortems/client";
import type { PostmortemState } from "../../lib/postmortems/schema";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** Where none is required: why, and the way back. */
export function NotRequired({ postmortem, mayWrite }: { postmortem: PostmortemState; mayWrite: boolean }) {
  const start = useStartPostmortem(postmortem.incidentRef);
  const router = useRouter();
  const begin = () => start.mutate(undefined, { onSuccess: () => router.refresh(), onError: (error) => void toast(error.message, { tone: "danger" }) });
  return (
    <section aria-label="None is required" className="max-w-[42rem] py-10">
      <h2 className="font-semibold font-serif text-22 tracking-[-0.01em]">No post-mortem is required</h2>
      <p className="isolate-text mt-3 whitespace-pre-line border-line border-l-2 pl-4 font-serif text-18 leading-[1.6] [overflow-wrap:anywhere]">
        {postmortem.reason}
      </p>
      <p className="mt-4 text-soft">What was written here before is kept, and is there again when one is begun after all.</p>
      {mayWrite ? (
        <Button className="mt-5" pending={start.isPending} onClick={begin}>
          Write one after all
        </Button>
      ) : null}
    </section>
  );
}
