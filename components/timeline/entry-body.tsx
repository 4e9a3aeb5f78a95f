import { lazy, type ReactNode, Suspense } from "react";
import type { Entry } from "../../lib/timeline/schema";
import { Markdown } from "../ui/markdown";
import { EntryWords } from "./entry-words";
import { RailLater } from "./rail-later";
import { RailPictures } from "./rail-pictures";
import { RailRedacted } from "./rail-redacted";
import { RailTheory } from "./rail-theory";
import { RailTombstone } from "./rail-tombstone";
import { roomLinks } from "./room-links";

// Few entries are changes, and a room sends as little as it can.
const RailChange = lazy(() => import("./rail-change"));

const PURGED = "[redacted]";

/** What an entry says, in the dress of its kind. */
export function EntryBody({ entry, undo }: { entry: Entry; undo?: ReactNode }) {
  if (entry.deletedAt) return <RailTombstone>{undo}</RailTombstone>;
  const words = <EntryWords entry={entry} />;
  const purged = entry.redactedAt !== null && entry.body === PURGED;
  const text = purged ? <RailRedacted /> : entry.body ? <Markdown links={roomLinks}>{entry.body}</Markdown> : null;
  const body = (
    <>
      {words}
      {text}
      {entry.data.changeId ? (
        <Suspense>
          <RailChange changeId={entry.data.changeId} />
        </Suspense>
      ) : null}
      <RailPictures pictures={entry.attachments} />
    </>
  );
  const dressed =
    entry.kind === "hypothesis" ? (
      <RailTheory state={entry.data.state ?? "open"} because={entry.data.because ? <span className="isolate-text">because {entry.data.because}</span> : null}>
        {text}
      </RailTheory>
    ) : (
      body
    );
  return entry.knownLater ? <RailLater>{dressed}</RailLater> : dressed;
}
