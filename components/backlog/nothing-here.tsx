import { type BacklogState, backlogPath, isNarrowed, readBacklog } from "../../lib/backlog/rules";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

const WORDS = {
  mine: ["Nothing waits for you", "What you are asked to look after stands here, what is due first on top."],
  team: ["Nothing waits for your teams", "What your teams, or one of you, look after stands here."],
  overdue: ["Nothing is overdue", "An item whose day has passed stands here until it is done, put off with a reason, or not to be done."],
  all: ["Nothing follows from any incident yet", "An action item is made beside an incident: from a factor, a hole in a safety net, an entry, or by hand."],
} as const;

/** An empty list says what belongs into it, or how to widen it. */
export function NothingHere({ state }: { state: BacklogState }) {
  if (isNarrowed(state))
    return (
      <EmptyState title="No action item fits" actions={<ButtonLink href={backlogPath(readBacklog({ view: state.view }))}>Ask for less</ButtonLink>}>
        Fewer words, or another status, may find it.
      </EmptyState>
    );
  const [title, words] = WORDS[state.view];
  return (
    <EmptyState
      title={title}
      actions={state.view === "all" ? null : <ButtonLink href={backlogPath(state, { view: "all" })}>All action items</ButtonLink>}
      example={
        <>
          <span className="font-mono text-13 text-soft">ACT-7</span> The pool alerts at 80 %
          <span className="block text-13 text-soft">From INC-42. Done when: it fires in the next drill. P1, due in 3 days.</span>
        </>
      }
    >
      {words}
    </EmptyState>
  );
}
