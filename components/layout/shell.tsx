import type { ReactNode } from "react";
import { Toaster } from "../ui/toaster";
import { TooltipLayer } from "../ui/tooltip-layer";
import { BottomBar } from "./bottom-bar";
import { DeclareButton } from "./declare-button";
import { FindButton } from "./find-button";
import { HelpMount } from "./help-mount";
import { NAV } from "./nav-items";
import { NavLink } from "./nav-link";
import { PersonMenu, type ShellPerson } from "./person-menu";
import { ShortcutKeys } from "./shortcut-keys";
import { TopBar } from "./top-bar";
import { Wordmark } from "./wordmark";

export interface ShellProps {
  person: ShellPerson;
  /** Single keys on or off, from the profile. */
  shortcuts: boolean;
  /** Open incidents and waiting inbox items; a node where the number is live. Nothing is shown for 0. */
  counts: { incidents?: ReactNode; actions?: ReactNode; inbox?: ReactNode };
  /** Where the form that ends the session is posted to. */
  signOutTo: string;
  /** Sheets that open from every page: the declare sheet, the palette (`OnDemand`), the zone's cookie. */
  mounts?: ReactNode;
  /** Above the page: `ConnectionBanner`. */
  notice?: ReactNode;
  children: ReactNode;
}

/** The signed-in frame: the names of places at the left, the page beside them. On a phone, a bar above and one below. */
export function Shell({ person, shortcuts, counts, signOutTo, mounts, notice, children }: ShellProps) {
  return (
    <>
      <a href="#main" className="fixed top-2 left-2 z-20 -translate-y-16 rounded-md bg-ink px-3 py-2 font-[550] text-surface focus:translate-y-0 print:hidden">
        Skip to the page
      </a>
      <TopBar person={person} signOutTo={signOutTo} />
      <div className="md:grid md:min-h-dvh md:grid-cols-[11.75rem_minmax(0,1fr)] print:block!">
        <nav aria-label="Candor" className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-line border-r px-3 pt-5 pb-3 max-md:hidden">
          <Wordmark className="mb-5 ml-2.5 self-start" />
          <DeclareButton />
          <ul className="mt-3.5 flex flex-col gap-0.5">
            <li>
              <FindButton />
            </li>
            {NAV.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  label={item.label}
                  count={item.count ? counts[item.count] : null}
                  countWords={item.count === "inbox" ? "waiting" : "open"}
                />
              </li>
            ))}
          </ul>
          <div className="mt-auto pt-4">
            <PersonMenu person={person} signOutTo={signOutTo} />
          </div>
        </nav>
        <div className="min-w-0">
          {notice}
          <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[1240px] px-8 pb-10 outline-none max-md:px-4 max-md:pb-[calc(var(--below)+2rem)]">
            {children}
            {/* A part of the page, so that who reads by landmarks comes upon it. */}
            <TooltipLayer />
          </main>
        </div>
      </div>
      <BottomBar counts={counts} />
      <ShortcutKeys enabled={shortcuts} />
      <HelpMount />
      {mounts}
      <Toaster />
    </>
  );
}
