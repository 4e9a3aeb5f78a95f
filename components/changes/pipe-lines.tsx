"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { diffPath } from "../../lib/changes/client";
import type { Change } from "../../lib/changes/schema";
import { changeGroupOf } from "../../lib/changes/words";
import { paths } from "../../lib/paths";
import { serviceQuery } from "../../lib/services/client";
import { gitDiff, pipedDiff } from "../../lib/shell/rules";
import { CopyButton } from "../ui/copy-button";

const quiet = () => () => undefined;
/** A commit, a tag or a branch; "p95 of 38 s" is none. */
const isVersion = (text: string | null) => text !== null && /^\S+$/.test(text);

/** For a service with a repository: the very lines that show the diff, and that bring it here with a token. */
export function PipeLines({ change, incidentRef }: { change: Change; incidentRef?: string }) {
  const origin = useSyncExternalStore(
    quiet,
    () => location.origin,
    () => "",
  );
  const isCode = change.serviceId !== null && changeGroupOf(change.kind) === "code" && isVersion(change.before) && isVersion(change.after);
  const service = useQuery({ ...serviceQuery(change.serviceId ?? ""), enabled: isCode, staleTime: 300_000 }).data;
  if (!isCode || !service?.repositoryUrl || !change.before || !change.after) return null;
  const diff = gitDiff(change.before, change.after);
  const lines: [string, string][] = [
    ["To read it", diff],
    ["To bring it here, with a token that may write", pipedDiff(diff, `${origin}/api/v1${diffPath(change.id, incidentRef)}`)],
  ];
  return (
    <details className="text-13">
      <summary className="link touch w-fit cursor-pointer">Bring its diff</summary>
      <div className="mt-1.5 space-y-2 rounded-md border border-line bg-raised p-3">
        <p className="text-soft">
          In a clone of{" "}
          <a href={service.repositoryUrl} className="link font-mono [overflow-wrap:anywhere]" target="_blank" rel="noopener noreferrer nofollow">
            {service.repositoryUrl}
          </a>
          :
        </p>
        {lines.map(([label, line]) => (
          <div key={label}>
            <p className="text-soft">{label}</p>
            <div className="flex items-center gap-1">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways */}
              <code tabIndex={0} className="block min-w-0 flex-1 overflow-x-auto whitespace-pre rounded-sm bg-sunken px-2 py-1 text-12">
                {line}
              </code>
              <CopyButton text={line} label="Copy the line" />
            </div>
          </div>
        ))}
        <p className="text-soft">
          Tokens are made under{" "}
          <a href={paths.settingsTokens()} className="link">
            your settings
          </a>
          . Or paste, drop or choose the diff by “Correct it …”.
        </p>
      </div>
    </details>
  );
}
