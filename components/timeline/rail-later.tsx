import type { ReactNode } from "react";

/** What was not known then: another ink, set in, so that nobody reads it as something they should have seen. */
export function RailLater({ children }: { children: ReactNode }) {
  return (
    <div data-solid className="-mt-1 flex flex-wrap gap-x-2 rounded-md bg-later-wash px-3 py-1.5 text-later">
      <span className="font-semibold text-12 leading-5.5">known later</span>
      <div className="min-w-0 flex-1 basis-60">{children}</div>
    </div>
  );
}
