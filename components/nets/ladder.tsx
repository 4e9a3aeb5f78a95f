"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { netsQuery, useAnswerNet } from "../../lib/nets/client";
import { gist, holeOf } from "../../lib/nets/rules";
import type { AnswerNet, SafetyNet } from "../../lib/nets/schema";
import { type Net, NET_WORDS } from "../../lib/nets/words";
import { Section } from "../layout/section";
import { useRoom } from "../room/room-context";
import { toast } from "../ui/toast";
import { QUESTIONS } from "./net-cell";
import { unlessRewritten } from "./note-field";
import { NetRow } from "./net-row";
import { NetStrip } from "./net-strip";

interface Props {
  mayWrite: boolean;
  /** It did not break in staging first: what differed is a factor. */
  onDiffers: () => void;
}

/** The safety nets as a ladder from the developer's desk to production: where it could have been stopped, and where the holes were. */
export function Ladder({ mayWrite, onDiffers }: Props) {
  const { incidentRef } = useRoom();
  const nets = useQuery(netsQuery(incidentRef)).data?.items ?? [];
  const answer = useAnswerNet(incidentRef);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);

  // One answer is one field, and everyone sees it at once: the last one stands. A note is text, so it is never written over unseen.
  const say = (net: SafetyNet, input: AnswerNet) => answer.mutate({ net: net.net, input }, { onError: (error) => toast(error.message, { tone: "danger" }) });
  const write = (net: SafetyNet, note: string) =>
    unlessRewritten(
      (ifMatch) => answer.mutateAsync({ net: net.net, input: { note }, ifMatch }),
      net.version,
      (current: SafetyNet) => (current.note === net.note ? current.version : null),
    );

  function go(row: number, column: number) {
    const place = { row: Math.max(0, Math.min(nets.length - 1, row)), column: Math.max(0, Math.min(QUESTIONS.length - 1, column)) };
    setAt(place);
    table.current?.querySelector<HTMLElement>(`[data-cell="${place.row} ${place.column}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const cell = (event.target as HTMLElement).dataset.cell;
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row, column] = cell.split(" ").map(Number) as [number, number];
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const net = nets[row];
    const asked = QUESTIONS[column];
    if (step) {
      event.preventDefault();
      go(row + step[0]!, column + step[1]!);
      return;
    }
    const said = net && asked && mayWrite ? asked.byKey(event.key) : undefined;
    if (said === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    say(net!, said);
  }

  return (
    <Section id="nets" title="Which net could have caught it?" className="scroll-mt-16">
      <NetStrip nets={nets} />
      <p className="mt-3 max-w-[46rem] text-soft">{inWords(nets)}</p>
      <div className="mt-3 overflow-x-auto">
        <table ref={table} onKeyDown={onKeyDown} className="w-full border-collapse text-left">
          <caption className="sr-only">From the developer's desk to production. In a cell y, n and u answer, Backspace takes it back, arrows move.</caption>
          <thead>
            <tr className="border-line border-b align-bottom text-12 text-soft">
              <th scope="col" className="py-1.5 font-normal">
                From the desk …
              </th>
              {QUESTIONS.map((question) => (
                <th key={question.name} scope="col" className="w-14 py-1.5 pl-1 text-center font-normal leading-3.5 sm:w-24">
                  {question.words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nets.map((net, row) => (
              <NetRow
                key={net.net}
                net={net}
                row={row}
                active={at.row === row ? at.column : null}
                mayWrite={mayWrite}
                onPlace={(column) => setAt({ row, column })}
                onAnswer={(input) => say(net, input)}
                onNote={(note) => write(net, note)}
                onDiffers={onDiffers}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 text-12 text-soft print:hidden">
        … to production. {mayWrite ? "In a cell: y, n, u answer, Backspace takes it back, arrows move." : ""}
      </p>
    </Section>
  );
}

function inWords(nets: readonly SafetyNet[]): string {
  const { first, holes, answered } = gist(nets);
  if (answered === 0) return "Say of each whether it would have caught this: then it shows where it could have been stopped first, and where the holes were.";
  const where = first
    ? `It could have been stopped first at: ${NET_WORDS[first].toLowerCase()}.`
    : "None of those that were answered would surely have caught it.";
  const list = holes.map((name: Net) => `${NET_WORDS[name].toLowerCase()} (${holeOf(nets.find((net) => net.net === name)!)})`);
  return list.length ? `${where} Holes: ${list.join(", ")}.` : where;
}
