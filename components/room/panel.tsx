import type { ReactNode } from "react";

/** One matter at the side of the room. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-hairline border-b pb-4 last:border-0">
      <header className="mb-1.5 flex min-h-7 items-center justify-between gap-3">
        <h2 className="font-semibold text-14">{title}</h2>
        <span className="text-13 text-soft">{aside}</span>
      </header>
      {children}
    </section>
  );
}
