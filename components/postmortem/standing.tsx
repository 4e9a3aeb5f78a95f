"use client";

import { BookCheck } from "lucide-react";
import Link from "next/link";
import { paths } from "../../lib/paths";
import type { PostmortemState } from "../../lib/postmortems/schema";
import { useRoom } from "../room/room-context";
import { Time } from "../times/time";
import { Button } from "../ui/button";
import type { SideSheet } from "./side";

interface Props {
  postmortem: PostmortemState;
  mayWrite: boolean;
  isWritten: boolean;
  onSheet(name: SideSheet): void;
}

/** Which version this is the draft of, and the two steps out of it: let others read it, and publish it. */
export function Standing({ postmortem, mayWrite, isWritten, onSheet }: Props) {
  const { incidentRef, me, zone } = useRoom();
  const { publishedVersion, publishedAt } = postmortem;
  const next = (publishedVersion ?? 0) + 1;
  // Whoever was asked to read it has that before them.
  const isAsked = postmortem.reviews.some(({ person, state }) => person.id === me.id && state === "requested");
  return (
    <section aria-label="Publish" className="border-hairline border-b pb-4">
      <p className="text-soft leading-5">
        {publishedVersion ? (
          <>
            <Link href={paths.postmortem(incidentRef)} prefetch={false} className="link">
              Version {publishedVersion}
            </Link>{" "}
            is published{publishedAt ? <>, {<Time at={publishedAt} zone={zone} look="date" />}</> : null}. What you write here is the draft of version {next}.
          </>
        ) : (
          "A draft that everyone who sees this incident can read."
        )}
      </p>
      {mayWrite ? (
        <>
          <div className="mt-3 flex flex-wrap gap-1.5">
            <Button
              className="px-3!"
              variant={postmortem.status === "published" || isAsked ? "secondary" : "primary"}
              icon={<BookCheck aria-hidden />}
              disabled={!isWritten}
              onClick={() => onSheet("publish")}
            >
              Publish…
            </Button>
            <Button className="px-3!" onClick={() => onSheet("ask")}>
              Ask for a review
            </Button>
          </div>
          {isWritten ? null : <p className="mt-2 text-13 text-soft">There is something to publish once somebody has written.</p>}
          {publishedVersion === null ? (
            <button type="button" className="link mt-2 text-13" onClick={() => onSheet("none")}>
              None is required…
            </button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
