import { Button } from "../ui/button";

interface Props {
  state: "live" | "reconnecting" | "offline";
  /** Entries that are kept in the browser until they can be sent. */
  waiting?: number;
  onRetry?: () => void;
}

/** Says when what one sees may be old, and what happens to what one writes. Live is silence. */
export function ConnectionBanner({ state, waiting = 0, onRetry }: Props) {
  const kept = waiting === 1 ? "One entry waits" : `${waiting} entries wait`;
  const offline = state === "offline";
  return (
    <div role="status" data-no-print className="sticky top-(--above) z-9">
      {state === "live" ? null : (
        <div data-solid className="flex min-h-9 animate-settle items-center justify-center gap-3 bg-caution-wash px-4 py-1 text-13 text-caution">
          <span>
            {offline ? "No connection." : "The connection broke off; connecting again."}{" "}
            {waiting > 0 ? `${kept} in this browser and will be sent.` : "What you write is kept in this browser."}
          </span>
          {offline && onRetry ? (
            <Button size="sm" variant="quiet" onClick={onRetry} className="!text-caution">
              Try now
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
