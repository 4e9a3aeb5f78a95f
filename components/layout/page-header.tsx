import Link from "next/link";
import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** "INC-42": in the mono above the title. */
  refText?: string;
  /** The page above this one: "Services". */
  up?: { href: string; label: string };
  /** A line under the title: counts, a description, what it belongs to. */
  children?: ReactNode;
  /** At the right: the buttons of the page. */
  actions?: ReactNode;
}

/** The head of a page, which sets its rhythm: what it is, in the serif; what one can do, at the right. */
export function PageHeader({ title, refText, up, children, actions }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6.5 pb-4 max-md:pt-5">
      <div className="min-w-0 flex-1 basis-72">
        {up || refText ? (
          <p className="mb-1 flex items-center gap-2 text-13 text-soft leading-5">
            {up ? (
              <Link href={up.href} className="rounded-sm hover:text-ink hover:underline">
                {up.label}
              </Link>
            ) : null}
            {up && refText ? <span aria-hidden="true">/</span> : null}
            {refText ? <span className="font-mono">{refText}</span> : null}
          </p>
        ) : null}
        <h1 className="isolate-text font-semibold font-serif text-28 tracking-[-0.012em] [overflow-wrap:anywhere]">{title}</h1>
        {children ? <div className="mt-1.5 max-w-[68ch] text-soft leading-[1.5]">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
