"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { inboxQuery, refreshInbox } from "../../lib/inbox/client";
import { useWaiting } from "../../lib/live/inbox";
import { paths, withQuery } from "../../lib/paths";
import { ViewLinks } from "../ui/view-links";

/** What waits and what was done, with the live count. The socket says when to ask again. */
export function InboxViews({ done }: { done: boolean }) {
  const cache = useQueryClient();
  const { data } = useQuery(inboxQuery);
  // The socket's first word is how much waits at all: the page has just read that, unless it says another number.
  const heard = useRef(false);
  const waiting = useWaiting(data?.waiting ?? 0, () => {
    if (heard.current) refreshInbox(cache);
    heard.current = true;
  });
  useEffect(() => {
    if (cache.getQueryData(inboxQuery.queryKey)?.waiting !== waiting) refreshInbox(cache);
  }, [cache, waiting]);
  return (
    <ViewLinks
      label="Inbox"
      views={[
        { href: paths.inbox(), label: "Waiting", count: data?.waiting ?? 0, current: !done },
        { href: withQuery(paths.inbox(), { view: "done" }), label: "Done", current: done },
      ]}
    />
  );
}
