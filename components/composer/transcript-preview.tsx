"use client";

import { useState } from "react";
import { stamp } from "../../lib/dates";
import type { TranscriptLine } from "../../lib/transcript/rules";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";

interface Props {
  lines: TranscriptLine[];
  zone: string;
  onAdd(lines: TranscriptLine[]): Promise<void>;
  onCancel(): void;
}

/** Pasted lines that begin with times, offered as entries before anything is written. */
export default function TranscriptPreview({ lines, zone, onAdd, onCancel }: Props) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = lines.filter((_, at) => !left.has(at));

  async function add() {
    setBusy(true);
    setRefusal(null);
    try {
      await onAdd(chosen);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : "Nothing was added. The lines are kept here.");
      setBusy(false);
    }
  }

  return (
    <section aria-label="Pasted lines" className="mb-2 rounded-md border border-line bg-raised shadow-float">
      <header className="flex flex-wrap items-center gap-3 border-hairline border-b px-3.5 py-2.5">
        <h2 className="min-w-0 flex-1 font-semibold">These {lines.length} lines begin with times</h2>
        <Button size="sm" variant="quiet" onClick={onCancel}>
          Paste as text
        </Button>
        <Button size="sm" variant="primary" pending={busy} disabled={chosen.length === 0} onClick={() => void add()} autoFocus>
          Add {chosen.length} {chosen.length === 1 ? "entry" : "entries"}
        </Button>
      </header>
      {refusal ? (
        <p role="alert" className="px-3.5 pt-2 text-13 text-danger">
          {refusal}
        </p>
      ) : null}
      <ul className="max-h-64 overflow-y-auto py-1">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pasted lines keep their order and may be alike
          <li key={at} className="px-3.5">
            <Checkbox
              checked={!left.has(at)}
              onChange={(event) => {
                const next = new Set(left);
                if (event.target.checked) next.delete(at);
                else next.add(at);
                setLeft(next);
              }}
              label={
                <span className="isolate-text">
                  <time dateTime={line.at.toISOString()} className="mr-3 text-13 text-soft">
                    {stamp(line.at, zone).replace(/^\w+ /, "").replace(/ \(.*/, "")}
                  </time>
                  {line.saidBy ? <b className="font-[550]">{line.saidBy} </b> : null}
                  <span className="line-clamp-2 whitespace-pre-wrap text-soft">{line.body}</span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
