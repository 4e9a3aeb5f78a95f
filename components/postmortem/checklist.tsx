"use client";

import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import type { CheckLine } from "../../lib/checklist/rules";
import { Panel } from "../room/panel";

/** What is worth a look before it goes out. It advises: each line leads to its place, and none stands in the way. */
export function Checklist({ lines }: { lines: readonly CheckLine[] | null }) {
  if (!lines) return null;
  const done = lines.filter((line) => line.done).length;
  return (
    <Panel title="Worth a look before it goes out" aside={<span className="tabular-nums">{`${done} of ${lines.length}`}</span>}>
      <CheckLines lines={lines} />
    </Panel>
  );
}

export function CheckLines({ lines }: { lines: readonly CheckLine[] }) {
  return (
    <ul className="space-y-1">
      {lines.map(({ check, done, words, href }) => (
        <li key={check}>
          <Link href={href} prefetch={false} className="-mx-1.5 flex gap-2 rounded-sm px-1.5 py-1 leading-5 hover:bg-hover">
            {done ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-calm" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
            )}
            <span className={done ? "text-soft" : ""}>
              <span className="sr-only">{done ? "Done: " : "Open: "}</span>
              {words}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
