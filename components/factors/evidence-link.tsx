"use client";

import { FileDiff, Link2, MessageSquareText } from "lucide-react";
import type { Evidence } from "../../lib/factors/schema";
import { paths } from "../../lib/paths";

interface Props {
  evidence: Evidence;
  label: string;
  incidentRef: string;
}

/** Leads to the very entry, the very change or line of it, or away. */
export function EvidenceLink({ evidence, label, incidentRef }: Props) {
  const { kind, id, url, file, line } = evidence;
  const change = () => (line ? paths.changeLine(incidentRef, id!, line) : paths.incidentChanges(incidentRef, id));
  const href = kind === "url" ? url! : kind === "entry" ? paths.entry(incidentRef, id!) : change();
  const Icon = kind === "url" ? Link2 : kind === "entry" ? MessageSquareText : FileDiff;
  const away = kind === "url" ? { target: "_blank", rel: "noreferrer noopener" } : {};
  return (
    <a href={href} {...away} className="link inline-flex max-w-full items-baseline gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 translate-y-0.5 text-soft" />
      <span className="isolate-text min-w-0 [overflow-wrap:anywhere]">{label}</span>
      {file ? (
        <span className="font-mono text-12 text-soft [overflow-wrap:anywhere]">
          {file}
          {line ? `:${line}` : ""}
        </span>
      ) : null}
    </a>
  );
}
