import clsx from "clsx";

/** Three quarters of a ring. Decorative: the words beside it say what is waited for. */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg className={clsx("size-4 shrink-0 animate-spin", className)} viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path d="M8 1.75A6.25 6.25 0 1 1 1.75 8" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}
