import { useEffect, useRef, useState } from "react";
import { connection } from "./browser";

/** How much waits in one's inbox; `first` until the socket says so. */
export function useWaiting(first: number, onChange?: () => void): number {
  const [waiting, setWaiting] = useState(first);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  useEffect(
    () =>
      connection().watchInbox((now) => {
        setWaiting(now);
        changed.current?.();
      }),
    [],
  );
  return waiting;
}
