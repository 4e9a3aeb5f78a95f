"use client";

import { Check, CloudOff, Database, Eye, Loader } from "lucide-react";
import { type DocumentConnection, type DocumentState, useDocumentState } from "../../lib/collab/client";

interface Said {
  words: string;
  full: string;
  icon: typeof Check;
  tone: string;
}

const QUIET = "text-soft";

function said({ connection, unsent, ready, readOnly }: DocumentState): Said {
  if (connection === "offline") {
    const full = "Not connected: what you write is kept in this browser, and joins the others’ when the network is back.";
    return { words: "Not connected: kept in this browser", full, icon: CloudOff, tone: "text-caution" };
  }
  if (connection === "waiting") {
    const full = "Candor cannot reach its database. What you type is kept and will be stored when it is back.";
    return { words: "Kept here until the database is back", full, icon: Database, tone: "text-caution" };
  }
  if (!ready || connection === "connecting") return { words: unsent ? "Kept here, connecting …" : "Connecting …", full: "", icon: Loader, tone: QUIET };
  // Why, and what to do, stands above the text.
  if (connection !== "online" && unsent > 0) return { words: "Not sent", full: "", icon: CloudOff, tone: "text-caution" };
  if (readOnly) return { words: "You may read it", full: "Writing is for members of the organisation.", icon: Eye, tone: QUIET };
  if (unsent > 0) return { words: "Saving …", full: "", icon: Loader, tone: QUIET };
  return { words: "Saved", full: "All that you wrote is stored on the server.", icon: Check, tone: QUIET };
}

/** Where the words are: on the server, on their way, or kept in this browser. It is "Saved" only for what the server stored. */
export function Saved({ connection }: { connection: DocumentConnection }) {
  const { words, full, icon: Icon, tone } = said(useDocumentState(connection));
  return (
    <span role="status" data-tip={full || undefined} className={`inline-flex items-center gap-1.5 text-13 ${tone}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {/* On a phone the sign alone says that all is well. */}
      <span className={tone === QUIET ? "max-sm:sr-only" : undefined}>{words}</span>
    </span>
  );
}
