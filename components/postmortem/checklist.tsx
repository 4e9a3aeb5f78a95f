"use client";

import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import type { CheckLine } from "../../lib/checklist/rules";
import { Panel } from "../room/panel";

/** What is worth a look before it goes out. It advises: each line leads to its place, and none stands in the way. */
export function Checklist({ lines, onGo }: { lines: readonly CheckLine[] | null; onGo: OnGo }) {
  if (!lines) return null;
  const done = lines.filter((line) => line.done).length;
  return (
    <Panel title="Worth a look before it goes out" aside={<span className="tabular-nums">{`${done} of ${lines.length}`}</span>}>
      <CheckLines lines={lines} onGo={onGo} />
    </Panel>
  );
}

/** Goes to what is on this very page; false where the address leads elsewhere. */
export type OnGo = (line: CheckLine) => boolean;

export function CheckLines({ lines, onGo }: { lines: readonly CheckLine[]; onGo: OnGo }) {
  return (
    <ul className="space-y-1">
      {lines.map((line) => (
        <li key={line.check}>
          <Link
            href={line.href}
            prefetch={false}
            onClick={(event) => onGo(line) && event.preventDefault()}
            className="-mx-1.5 flex gap-2 rounded-sm px-1.5 py-1 leading-5 hover:bg-hover"
          >
            {line.done ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-calm" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
            )}
            <span className={line.done ? "text-soft" : ""}>
              <span className="sr-only">{line.done ? "Done: " : "Open: "}</span>
              {line.words}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
