"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface Props {
  href: string;
  label: string;
  /** "2 open": what a screen reader hears for the number. */
  countWords?: string;
  count?: ReactNode;
  icon?: ReactNode;
  look?: "side" | "bar";
}

const isWithin = (pathname: string, href: string) => (href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`));

/** A place of the app; it knows whether one is there. */
export function NavLink({ href, label, count, countWords, icon, look = "side" }: Props) {
  const here = isWithin(usePathname(), href);
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={clsx(
        look === "side"
          ? "flex items-center justify-between gap-2 rounded-md px-2.5 py-1.5 leading-5.5 transition-colors"
          : "relative flex flex-1 flex-col items-center justify-center gap-1 text-12 leading-none [&_svg]:size-5",
        here ? "font-[550] text-ink" : "text-soft hover:text-ink",
        look === "side" && (here ? "bg-sunken" : "hover:bg-hover"),
      )}
    >
      {icon}
      <span>{label}</span>
      {count ? (
        <span
          // A live number may draw nothing: then nothing is there.
          className={clsx(
            "has-[>[data-count]:empty]:hidden",
            look === "side"
              ? "text-soft"
              : "absolute top-1.5 left-1/2 ml-1.5 grid h-4 min-w-4 place-items-center rounded-full bg-ink px-1 text-[0.6875rem] text-surface",
          )}
        >
          <span data-count aria-hidden="true">
            {count}
          </span>
          {countWords ? <span className="sr-only">{countWords}</span> : null}
        </span>
      ) : null}
    </Link>
  );
}
