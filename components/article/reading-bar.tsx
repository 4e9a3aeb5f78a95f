import type { ReactNode } from "react";
import { paths } from "../../lib/paths";

const PLACE = "rounded-sm py-1 text-soft hover:text-ink hover:underline";

/** Above an article: the way back, as plain links. A page that is read needs no more of the app, and no script. */
export function ReadingBar({ incidentRef, children }: { incidentRef?: string; children?: ReactNode }) {
  return (
    <header
      data-no-print
      className="mx-auto flex w-full max-w-[82rem] flex-wrap items-center justify-between gap-x-5 gap-y-1 px-8 pt-6 text-13 max-md:px-4 max-md:pt-4"
    >
      <nav aria-label="Candor" className="flex min-w-0 flex-wrap items-center gap-x-2.5">
        <a href={paths.home()} className="mr-1.5 rounded-sm font-semibold font-serif text-[1.25rem] text-ink leading-none tracking-[-0.01em]">
          Candor
        </a>
        <a href={paths.postmortems()} className={PLACE}>
          Post-mortems
        </a>
        {incidentRef ? (
          <>
            <span aria-hidden="true" className="text-faint">
              /
            </span>
            <a href={paths.incident(incidentRef)} className={PLACE}>
              <span className="max-sm:sr-only">The incident </span>
              <span className="font-mono">{incidentRef}</span>
            </a>
          </>
        ) : null}
      </nav>
      <div className="flex flex-wrap items-center gap-x-4">{children}</div>
    </header>
  );
}
