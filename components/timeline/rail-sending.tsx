import clsx from "clsx";

export type Sending = "sending" | "waiting" | "refused";

const WORDS: Record<Sending, string> = {
  sending: "Sending",
  waiting: "Waiting for the network; kept in this browser",
  refused: "Not taken",
};

interface Props {
  state: Sending;
  /** Why it was refused, as the server said it. */
  why?: string;
  onRetry?: (() => void) | undefined;
  onDiscard?: (() => void) | undefined;
}

/** Where an entry stands that has not arrived. Nothing typed is lost while this can be read. */
export function RailSending({ state, why, onRetry, onDiscard }: Props) {
  const verb = "rounded-sm font-[550] text-ink link";
  return (
    <p
      role={state === "refused" ? "alert" : "status"}
      className={clsx(
        "mt-0.5 flex flex-wrap items-center gap-x-2.5 text-13",
        state === "refused" ? "text-danger" : state === "waiting" ? "text-caution" : "animate-late text-soft",
      )}
    >
      {why ?? WORDS[state]}
      {state !== "sending" && onRetry ? (
        <button type="button" className={verb} onClick={onRetry}>
          Try again
        </button>
      ) : null}
      {state === "refused" && onDiscard ? (
        <button type="button" className={verb} onClick={onDiscard}>
          Take it back
        </button>
      ) : null}
    </p>
  );
}
