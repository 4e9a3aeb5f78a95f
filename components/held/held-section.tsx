"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { HELD_ANSWERS, HELD_WORDS } from "../../lib/actions/words";
import { heldQuery, useAnswerHeld } from "../../lib/held/client";
import type { HeldQuestion } from "../../lib/held/schema";
import { incidentQuery } from "../../lib/incidents/client";
import { useLive } from "../../lib/live/client";
import { paths } from "../../lib/paths";
import { Section } from "../layout/section";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { HeldNote } from "./held-note";

/** Did it hold? What was done after the incidents like this one, asked once it is over. */
export function HeldSection() {
  const { incidentRef } = useRoom();
  const cache = useQueryClient();
  const { data } = useQuery(heldQuery(incidentRef));
  const mayAnswer = useQuery(incidentQuery(incidentRef)).data?.can.includes("action.held") ?? false;
  useLive(incidentRef, null, (message) => {
    if (message.type === "action.asked" || message.type === "action.held") void cache.invalidateQueries({ queryKey: heldQuery(incidentRef).queryKey });
  });
  // It may be asked after the page was drawn: an address that leads here finds its place then.
  const some = (data?.items.length ?? 0) > 0;
  useEffect(() => {
    if (some && location.hash === "#held") document.getElementById("held")?.scrollIntoView();
  }, [some]);
  if (!data || !some) return null;
  const open = data.items.filter(({ answer }) => answer === null).length;
  return (
    <Section id="held" title="Did it hold?" aside={open ? `${open} to answer` : "answered"}>
      <p className="mb-3 max-w-[60ch] text-13 text-soft">This was done after incidents like this one. Did it do its work this time?</p>
      <ul>
        {data.items.map((question) => (
          <Question key={question.actionItemId} question={question} mayAnswer={mayAnswer} />
        ))}
      </ul>
    </Section>
  );
}

function Question({ question, mayAnswer }: { question: HeldQuestion; mayAnswer: boolean }) {
  const { incidentRef } = useRoom();
  const say = useAnswerHeld(incidentRef);
  const { actionItemId: id, answer, note } = question;
  const sorry = (error: Error) => toast(error.message, { tone: "danger" });
  return (
    <li className="border-hairline border-b py-3 last:border-b-0">
      <a href={paths.action(question.ref)} className="isolate-text font-[550] [overflow-wrap:anywhere] hover:underline">
        <span className="mr-2 font-mono font-normal text-13 text-soft">{question.ref}</span>
        {question.title}
      </a>
      <p className="isolate-text mt-0.5 text-13 text-soft [overflow-wrap:anywhere]">
        After <span className="font-mono">{question.incidentRef}</span> {question.incidentTitle}
      </p>
      {mayAnswer ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box, and buttons that are pressed are no radios
        <div role="group" aria-label={`Did ${question.ref} hold?`} className="mt-2 flex flex-wrap gap-2">
          {HELD_ANSWERS.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={answer === one ? "primary" : "secondary"}
              aria-pressed={answer === one}
              onClick={() => say.mutate({ id, incidentRef, answer: one }, { onError: sorry })}
            >
              {HELD_WORDS[one]}
            </Button>
          ))}
        </div>
      ) : (
        <p className="mt-1">{answer ? HELD_WORDS[answer] : "Nobody has said yet"}</p>
      )}
      {answer && mayAnswer ? (
        <HeldNote note={note} label={`More about ${question.ref}`} onSave={(words) => say.mutateAsync({ id, incidentRef, answer, note: words })} />
      ) : note ? (
        <p className="isolate-text mt-1 text-13 [overflow-wrap:anywhere]">{note}</p>
      ) : null}
    </li>
  );
}
