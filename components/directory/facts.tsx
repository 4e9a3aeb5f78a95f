import type { ReactNode } from "react";

/** What is known of a thing, at the side of its page: a word and what it says, line by line. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-4 lg:grid-cols-1">{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-12 text-soft">{label}</dt>
      <dd className="mt-0.5 min-w-0">{children}</dd>
    </div>
  );
}

/** What is not known yet. */
export const Unsaid = ({ children }: { children: ReactNode }) => <span className="text-faint">{children}</span>;
