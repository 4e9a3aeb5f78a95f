"use client";

import { useSyncExternalStore } from "react";
import { CopyButton } from "../ui/copy-button";

const quiet = () => () => undefined;

/** The line with which a deploy script tells of a change, for this very instance. */
export function TellLine() {
  const origin = useSyncExternalStore(
    quiet,
    () => location.origin,
    () => "https://candor.example",
  );
  const line = `curl -sS ${origin}/api/v1/changes -H "Authorization: Bearer $CANDOR_TOKEN" -H "Content-Type: application/json" -d '{"kind":"deploy","summary":"Deploy 812","before":"4f1c2ab","after":"9b1f2c3"}'`;
  return (
    <div className="flex items-center gap-1 text-13">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
      <code tabIndex={0} className="block min-w-0 flex-1 overflow-x-auto whitespace-pre rounded-sm bg-sunken px-2 py-1.5 text-12">
        {line}
      </code>
      <CopyButton text={line} label="Copy the line" />
    </div>
  );
}
