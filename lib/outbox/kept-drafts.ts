import { useEffect } from "react";
import { useLive } from "../live/client";
import { paths } from "../paths";
import { dropPage, keepPage } from "./shell";

/** Keeps the page of a document that is open, so that it opens again without a network; the document itself is kept by lib/collab. */
export function useKeptDraft(ref: string, build: string | null, isThere: boolean): void {
  useLive(ref, null, ({ type }) => {
    const path = paths.draft(ref);
    if (type === "not_found") void dropPage(path);
    // The kept page was drawn with the words that were taken back.
    else if (type === "timeline.redacted" || type === "postmortem.redacted")
      void dropPage(path)
        .then(() => keepPage(path, build))
        .catch(() => undefined);
  });
  useEffect(() => {
    // By then the editor's own code is among what the page has loaded.
    if (isThere) void keepPage(paths.draft(ref), build).catch(() => undefined);
  }, [ref, build, isThere]);
}
