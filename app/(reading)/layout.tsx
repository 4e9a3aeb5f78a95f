import type { ReactNode } from "react";

/** Pages that are read: without the shell, so that they are whole before any script runs, and with none. */
export default function ReadingLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <a href="#main" data-no-print className="fixed top-2 left-2 z-20 -translate-y-16 rounded-md bg-ink px-3 py-2 font-[550] text-surface focus:translate-y-0">
        Skip to the article
      </a>
      {children}
    </>
  );
}
