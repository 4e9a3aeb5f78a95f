"use client";

import clsx from "clsx";
import { HELD_ANSWERS, HELD_WORDS } from "../../lib/actions/words";
import { useAnswerHeld } from "../../lib/held/client";
import type { HeldQuestion } from "../../lib/held/schema";
import { paths } from "../../lib/paths";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { Ticks } from "../ui/ticks";
import { toast } from "../ui/toast";
import { HeldNote } from "./held-note";

/** Did this one hold? Answered with a press, which another one moves. */
export function Question({ question, mayAnswer }: { question: HeldQuestion; mayAnswer: boolean }) {
  const { incidentRef } = useRoom();
  const say = useAnswerHeld(incidentRef);
  const { actionItemId: id, answer, note } = question;
  const sorry = (error: Error) => toast(error.message, { tone: "danger" });
  return (
    <li className="border-hairline border-b py-3 first:pt-0 last:border-b-0">
      <a href={paths.action(question.ref)} className="isolate-text font-[550] leading-5 [overflow-wrap:anywhere] hover:underline">
        <span className="mr-2 font-mono font-normal text-13 text-soft">{question.ref}</span>
        <Ticks>{question.title}</Ticks>
      </a>
      <p className="isolate-text mt-0.5 text-13 text-soft [overflow-wrap:anywhere]">
        After <span className="font-mono">{question.incidentRef}</span> {question.incidentTitle}
      </p>
      {mayAnswer ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box, and buttons that are pressed are no radios
        <div role="group" aria-label={`Did ${question.ref} hold?`} className="mt-2 flex flex-wrap gap-1.5">
          {HELD_ANSWERS.map((one) => (
            <Button
              key={one}
              size="sm"
              aria-pressed={answer === one}
              className={clsx(answer === one ? "border-ink!" : "text-soft!")}
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
