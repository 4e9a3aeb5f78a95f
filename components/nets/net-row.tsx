"use client";

import { Pencil } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { holeOf } from "../../lib/nets/rules";
import type { AnswerNet, SafetyNet } from "../../lib/nets/schema";
import { NET_HINTS, NET_WORDS } from "../../lib/nets/words";
import { paths } from "../../lib/paths";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Ticks } from "../ui/ticks";
import { NetCell, QUESTIONS } from "./net-cell";
import { NoteField } from "./note-field";
import { YesNo } from "./yes-no";

interface Props {
  net: SafetyNet;
  row: number;
  /** The column that the Tab key reaches in this row; null where it is another row's. */
  active: number | null;
  mayWrite: boolean;
  onPlace: (column: number) => void;
  onAnswer: (input: AnswerNet) => void;
  onNote: (note: string) => Promise<unknown>;
  onDiffers: () => void;
}

/** One rung: four answers, a note, and the way on from a hole. */
export function NetRow({ net, row, active, mayWrite, onPlace, onAnswer, onNote, onDiffers }: Props) {
  const { incidentRef } = useRoom();
  const [writing, setWriting] = useState(false);
  const name = NET_WORDS[net.net];
  const hole = holeOf(net);
  return (
    <tr id={`net-${net.net}`} className="scroll-mt-20 border-hairline border-b align-top">
      <th scope="row" className="py-2 pr-2 font-normal">
        <span className="flex flex-wrap items-center gap-x-2.5">
          <span className="font-[550]">{name}</span>
          <span className="text-12 text-soft max-sm:hidden">{NET_HINTS[net.net]}</span>
          {mayWrite && !writing ? (
            <IconButton
              size="sm"
              className="print:hidden"
              label={`${net.note ? "Edit the note" : "Add a note"} on ${name}`}
              icon={<Pencil aria-hidden="true" />}
              onClick={() => setWriting(true)}
            />
          ) : null}
        </span>
        {net.net === "staging" ? (
          <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
            <YesNo
              legend="Did it break there first?"
              value={net.brokeThereFirst}
              disabled={!mayWrite}
              onChange={(brokeThereFirst) => onAnswer({ brokeThereFirst })}
            />
            {net.brokeThereFirst === false && mayWrite ? (
              <Button size="sm" variant="quiet" onClick={onDiffers}>
                What differed? …
              </Button>
            ) : null}
          </span>
        ) : null}
        {net.note && !writing ? (
          <span className="isolate-text mt-1 block whitespace-pre-line font-serif [overflow-wrap:anywhere]">
            <Ticks>{net.note}</Ticks>
          </span>
        ) : null}
        {writing ? (
          <NoteField label={`A note on ${name}`} place={`net ${incidentRef} ${net.net}`} value={net.note} onSave={onNote} onDone={() => setWriting(false)} />
        ) : null}
        {hole && mayWrite ? (
          <Link
            href={paths.newAction(incidentRef, { net: net.net })}
            prefetch={false}
            className="link mt-0.5 inline-block text-13 print:hidden"
            aria-label={`Make an action item: ${name} ${hole}`}
          >
            Make an action item
          </Link>
        ) : null}
      </th>
      {QUESTIONS.map((question, column) => (
        <td key={question.name} className="py-1.5 pl-1">
          <NetCell
            net={net}
            question={question}
            cell={`${row} ${column}`}
            active={active === column}
            mayWrite={mayWrite}
            onPlace={() => onPlace(column)}
            onAnswer={onAnswer}
          />
        </td>
      ))}
    </tr>
  );
}
