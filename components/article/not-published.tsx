import type { ReactNode } from "react";
import { paths } from "../../lib/paths";
import { buttonStyle } from "../ui/button-style";
import { ReadingBar } from "./reading-bar";

interface Props {
  title: string;
  incidentRef?: string;
  /** The way on; without one, the library. */
  way?: { href: string; label: string };
  children: ReactNode;
}

/** Where there is nothing to read: why, and the way on. */
export function NotPublished({ title, incidentRef, way, children }: Props) {
  return (
    <>
      <ReadingBar {...(incidentRef ? { incidentRef } : {})} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[41rem] px-4 py-16 outline-none">
        <h1 className="font-semibold font-serif text-28">{title}</h1>
        <div className="mt-2 text-soft leading-[1.55]">{children}</div>
        <div className="mt-5 flex flex-wrap gap-2">
          {way ? (
            <a href={way.href} className={buttonStyle("primary")}>
              {way.label}
            </a>
          ) : null}
          <a href={paths.postmortems()} className={buttonStyle(way ? "secondary" : "primary")}>
            All post-mortems
          </a>
        </div>
      </main>
    </>
  );
}
