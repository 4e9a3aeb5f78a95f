import clsx from "clsx";
import type { ReactNode } from "react";
import { HYPOTHESIS_WORDS, type HypothesisState } from "../../lib/timeline/words";

interface Props {
  state: HypothesisState;
  /** Why it was ruled out or confirmed, with its time where that is known: "at 14:21: valid until March". */
  because?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A theory: open, ruled out or confirmed. A wrong turn stays readable, for it is what the next person needs first. */
export function RailTheory({ state, because, actions, children }: Props) {
  return (
    <div className={clsx("-mt-1 rounded-md border px-3 py-1.5", state === "confirmed" ? "border-calm" : "border-edge border-dashed")}>
      <div className={clsx(state === "ruled_out" && "text-soft line-through decoration-1 decoration-soft")}>{children}</div>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-2 text-13 text-soft">
        <span className={clsx("font-[550]", state === "confirmed" ? "text-calm" : state === "open" ? "text-ink" : "text-soft")}>
          {state === "open" ? "Theory, open" : HYPOTHESIS_WORDS[state]}
        </span>
        {because ? <span className="min-w-0">{because}</span> : null}
        {actions ? <span className="ml-auto flex gap-1">{actions}</span> : null}
      </div>
    </div>
  );
}
