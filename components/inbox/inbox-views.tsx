"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { inboxQuery, refreshInbox } from "../../lib/inbox/client";
import { useWaiting } from "../../lib/live/client";
import { paths, withQuery } from "../../lib/paths";
import { ViewLinks } from "../ui/view-links";

/** What waits and what was done, with the live count. The socket says when to ask again. */
export function InboxViews({ done }: { done: boolean }) {
  const cache = useQueryClient();
  const { data } = useQuery(inboxQuery);
  useWaiting(data?.waiting ?? 0, () => refreshInbox(cache));
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
