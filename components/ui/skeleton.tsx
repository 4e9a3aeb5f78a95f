/** A grey place in the shape of what comes. It shows only after 300 ms: most answers are faster. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-late rounded-sm bg-sunken ${className ?? "h-4 w-full"}`} />;
}
