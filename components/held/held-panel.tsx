"use client";

import { useState } from "react";
import { paths } from "../../lib/paths";
import { Panel } from "../room/panel";
import { useRoom } from "../room/room-context";
import { Question } from "./held-question";
import { useHeld } from "./use-held";

const MOST = 3;

/** At the side of a room that is over: what was done after the incidents like it, and whether it did its work this time. */
export function HeldPanel() {
  const { incidentRef } = useRoom();
  const { questions, mayAnswer } = useHeld(incidentRef);
  // What is answered here stays to be said more about; what was answered before stands on the page of what follows.
  const [asked, setAsked] = useState<readonly string[]>([]);
  const open = questions.filter(({ answer, actionItemId }) => answer === null || asked.includes(actionItemId)).slice(0, MOST);
  const ids = open.map(({ actionItemId }) => actionItemId);
  if (ids.some((id) => !asked.includes(id))) setAsked([...asked, ...ids.filter((id) => !asked.includes(id))]);
  if (open.length === 0) return null;
  const left = questions.length - open.length;
  return (
    <Panel
      title="Did it hold?"
      aside={
        left ? (
          <a href={paths.held(incidentRef)} className="hover:text-ink hover:underline">
            {left === 1 ? "1 other" : `${left} others`}
          </a>
        ) : null
      }
    >
      <p className="mb-2.5 text-13 text-soft">This was done after incidents like this one. Did it do its work this time?</p>
      <ul>
        {open.map((question) => (
          <Question key={question.actionItemId} question={question} mayAnswer={mayAnswer} />
        ))}
      </ul>
    </Panel>
  );
}
