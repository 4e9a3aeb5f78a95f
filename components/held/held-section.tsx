"use client";

import { useEffect } from "react";
import { Section } from "../layout/section";
import { useRoom } from "../room/room-context";
import { Question } from "./held-question";
import { useHeld } from "./use-held";

/** Did it hold? What was done after the incidents like this one, asked once it is over. */
export function HeldSection() {
  const { incidentRef } = useRoom();
  const { questions, mayAnswer, open } = useHeld(incidentRef);
  // It may be asked after the page was drawn: an address that leads here finds its place then.
  const some = questions.length > 0;
  useEffect(() => {
    if (some && location.hash === "#held") document.getElementById("held")?.scrollIntoView();
  }, [some]);
  if (!some) return null;
  return (
    <Section id="held" title="Did it hold?" aside={open ? `${open} to answer` : "All answered"}>
      <p className="mb-3 max-w-[60ch] text-13 text-soft">This was done after incidents like this one. Did it do its work this time?</p>
      <ul>
        {questions.map((question) => (
          <Question key={question.actionItemId} question={question} mayAnswer={mayAnswer} />
        ))}
      </ul>
    </Section>
  );
}
