import type { ReactNode } from "react";

interface Props {
  title: string;
  /** One or two calm sentences under it. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page before one is signed in: the name of the house, what this door is, and one form. */
export function DoorPage({ title, lead, children }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[27rem] flex-col px-5 pt-[max(3rem,12vh)] pb-16">
      <p className="flex items-center gap-2.5 font-semibold font-serif text-18">
        <Mark />
        Candor
      </p>
      <h1 className="mt-10 font-semibold font-serif text-28 text-balance">{title}</h1>
      {lead ? <div className="mt-2 text-16 text-soft leading-[1.55]">{lead}</div> : null}
      <div className="mt-8">{children}</div>
    </main>
  );
}

/** The rail with three ticks: what a logbook is made of. */
const Mark = () => (
  <svg viewBox="0 0 16 22" aria-hidden="true" className="h-[1.375rem] w-4">
    <path d="M4 1v20" stroke="var(--ink)" strokeWidth="2" />
    <path d="M4 5h9M4 11h6M4 17h9" stroke="var(--accent)" strokeWidth="2" />
  </svg>
);
