import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** One or two sentences under it. */
  intro?: ReactNode;
  children: ReactNode;
  /** Under the form: the other way in. */
  footer?: ReactNode;
}

/** The pages before one is in: sign in, set up, accept an invitation, a new password. One thing to do, and quiet around it. */
export function QuietPage({ title, intro, children, footer }: Props) {
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto_1.6fr] px-4 py-8">
      <div />
      <main className="mx-auto w-full max-w-[23rem]">
        <p className="mb-8 flex items-center gap-3 font-semibold font-serif text-[1.25rem] leading-none tracking-[-0.01em]">
          Candor
          <span aria-hidden="true" className="h-px flex-1 bg-line" />
        </p>
        <h1 className="font-semibold font-serif text-28 tracking-[-0.012em]">{title}</h1>
        {intro ? <div className="mt-2 text-soft leading-[1.55]">{intro}</div> : null}
        <div className="mt-6">{children}</div>
        {footer ? <div className="mt-6 border-hairline border-t pt-4 text-13 text-soft">{footer}</div> : null}
      </main>
    </div>
  );
}
