"use client";

import clsx from "clsx";
import type { AnswerNet, SafetyNet } from "../../lib/nets/schema";
import { NET_WORDS } from "../../lib/nets/words";

type Said = boolean | "yes" | "no" | "unsure" | null;

interface Question {
  name: "wouldHaveCaught" | "existed" | "ran" | "gated";
  words: string;
  /** What a key answers; undefined for another key. */
  byKey: (key: string) => AnswerNet | undefined;
  next: (net: SafetyNet) => AnswerNet;
}

const caught: Question = {
  name: "wouldHaveCaught",
  words: "Would have caught it",
  byKey: (key) => {
    const said = ({ y: "yes", n: "no", u: "unsure", Backspace: null, Delete: null } as const)[key as "y"];
    return said === undefined ? undefined : { wouldHaveCaught: said };
  },
  next: ({ wouldHaveCaught }) => ({
    wouldHaveCaught: wouldHaveCaught === null ? "yes" : wouldHaveCaught === "yes" ? "no" : wouldHaveCaught === "no" ? "unsure" : null,
  }),
};
const plain = (name: "existed" | "ran" | "gated", words: string): Question => ({
  name,
  words,
  byKey: (key) => {
    const said = ({ y: true, n: false, u: null, Backspace: null, Delete: null } as const)[key as "y"];
    return said === undefined ? undefined : { [name]: said };
  },
  next: (net) => ({ [name]: net[name] === null ? true : net[name] ? false : null }),
});

export const QUESTIONS: readonly Question[] = [caught, plain("existed", "Existed"), plain("ran", "Ran"), plain("gated", "Gated")];

const wordOf = (said: Said) => (said === true || said === "yes" ? "Yes" : said === false || said === "no" ? "No" : said === "unsure" ? "Unsure" : "–");

interface Props {
  net: SafetyNet;
  question: Question;
  cell: string;
  active: boolean;
  mayWrite: boolean;
  onPlace: () => void;
  onAnswer: (input: AnswerNet) => void;
}

/** One answer. A press goes on to the next; y, n, u and Backspace say it at once. */
export function NetCell({ net, question, cell, active, mayWrite, onPlace, onAnswer }: Props) {
  const said: Said = net[question.name];
  const word = wordOf(said);
  const moot = question.name !== "wouldHaveCaught" && net.wouldHaveCaught === "no";
  return (
    <button
      type="button"
      data-cell={cell}
      tabIndex={active ? 0 : -1}
      aria-disabled={!mayWrite || undefined}
      aria-label={`${NET_WORDS[net.net]}, ${question.words.toLowerCase()}: ${said === null ? "not said" : word.toLowerCase()}`}
      onFocus={onPlace}
      onClick={() => mayWrite && onAnswer(question.next(net))}
      className={clsx(
        "h-8 w-full min-w-11 rounded-sm border text-13 transition-colors",
        said === null ? "border-transparent text-faint hover:border-line" : "border-line bg-raised font-[550] hover:bg-hover",
        moot && "opacity-60",
        word === "No" && "border-dashed",
      )}
    >
      {word}
    </button>
  );
}
