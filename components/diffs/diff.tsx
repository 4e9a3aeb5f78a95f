"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { diffPath, diffQuery } from "../../lib/changes/client";
import { Button } from "../ui/button";
import { DiffView } from "./diff-view";
import { useParsed } from "./use-parsed";

interface Props {
  change: { id: string; version: number };
  /** The room from which it is read, if any. */
  incidentRef?: string;
  tools?: (line: number, path: string) => ReactNode;
}

/** The diff of a change: fetched, read between frames, shown. */
export default function Diff({ change, incidentRef, tools }: Props) {
  const { data, error, refetch } = useQuery(diffQuery(change, incidentRef));
  const parsed = useParsed(data);
  if (error)
    return (
      <p className="flex items-center gap-3 text-13 text-soft">
        {error.message}
        <Button size="sm" onClick={() => void refetch()}>
          Try again
        </Button>
      </p>
    );
  if (!parsed) return <p className="animate-late text-13 text-soft">Reading the diff …</p>;
  return (
    <DiffView key={parsed.text.length} diff={parsed} {...(tools ? { tools } : {})}>
      <a href={`/api/v1${diffPath(change.id, incidentRef)}`} className="link">
        As text
      </a>
    </DiffView>
  );
}
