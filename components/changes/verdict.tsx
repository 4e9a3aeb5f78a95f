import type { Verdict as Word } from "../../lib/changes/words";

const LOOK: Record<Word, string> = {
  suspect: "font-semibold text-danger",
  contributed: "font-semibold text-accent",
  fixed: "font-semibold text-calm",
  dismissed: "text-soft line-through decoration-1",
};
const WORDS: Record<Word, string> = { suspect: "suspect", contributed: "contributed", fixed: "fixed it", dismissed: "dismissed" };

/** How a change was judged, always in a word. Nothing here is about a person. */
export function Verdict({ verdict, nothing }: { verdict: Word | null; nothing?: boolean }) {
  if (nothing) return <span className="font-semibold text-13 text-calm">checked</span>;
  return <span className={`text-13 ${verdict ? LOOK[verdict] : "text-soft"}`}>{verdict ? WORDS[verdict] : "to judge"}</span>;
}
