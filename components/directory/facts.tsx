import type { ReactNode } from "react";

/** What is known of a thing, in a band under its name: a word and what it says. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-8 gap-y-4 border-line border-y py-4 lg:grid-cols-4">{children}</dl>;
}

/** `wide` takes two of the four columns, on a phone a line of its own. */
export function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "col-span-2" : undefined}>
      <dt className="text-12 text-soft">{label}</dt>
      <dd className="mt-0.5 min-w-0">{children}</dd>
    </div>
  );
}

/** What is not known yet. */
export const Unsaid = ({ children }: { children: ReactNode }) => <span className="text-faint">{children}</span>;
