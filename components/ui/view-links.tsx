import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export interface View {
  href: string;
  label: string;
  count?: number | string;
  current: boolean;
}

/** The saved ways to look at a list, each an address: All 214 · Open 2 · Drills 19. What stands at the right is `children`. */
export function ViewLinks({ label, views, children }: { label: string; views: readonly View[]; children?: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4 border-line border-b pb-3">
      <nav aria-label={label} className="-mx-2 flex min-w-0 overflow-x-auto [scrollbar-width:none]">
        {views.map((view) => (
          <Link
            key={view.href}
            href={view.href}
            aria-current={view.current ? "page" : undefined}
            className={clsx("rounded-sm px-2 py-1 whitespace-nowrap -outline-offset-2!", view.current ? "font-[550] text-ink" : "text-soft hover:text-ink")}
          >
            {view.label}
            {view.count === undefined ? null : <span className="font-normal text-soft"> {view.count}</span>}
          </Link>
        ))}
      </nav>
      {children ? <div className="flex shrink-0 items-center gap-2 text-soft">{children}</div> : null}
    </div>
  );
}
