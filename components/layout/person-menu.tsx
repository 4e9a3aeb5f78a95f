"use client";

import { Keyboard, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { paths } from "../../lib/paths";
import { Avatar } from "../people/avatar";
import { Popover } from "../ui/popover";
import { shortcutHelp } from "./openers";
import { ThemeSwitch } from "./theme-switch";

export interface ShellPerson {
  id: string;
  name: string;
  avatarUrl: string | null;
}

const ROW = "flex w-full items-center gap-2.5 rounded-sm px-2 py-1.5 text-left hover:bg-sunken [&_svg]:size-4 [&_svg]:text-soft";

interface Props {
  person: ShellPerson;
  /** Where the form that ends the session is posted to. */
  signOutTo: string;
  look?: "side" | "bar";
}

/** Oneself: the profile, the theme, the keys, and the way out. */
export function PersonMenu({ person, signOutTo, look = "side" }: Props) {
  return (
    <Popover
      label="You"
      side={look === "side" ? "top" : "bottom"}
      align={look === "side" ? "start" : "end"}
      className="w-60"
      trigger={(anchor) => (
        <button
          type="button"
          {...anchor}
          aria-label={`You: ${person.name}`}
          className={
            look === "side"
              ? "flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover aria-expanded:bg-sunken"
              : "grid size-9 place-items-center rounded-full"
          }
        >
          <Avatar person={person} size={look === "side" ? "sm" : "md"} />
          {look === "side" ? <span className="isolate-text min-w-0 flex-1 truncate text-soft">{person.name}</span> : null}
        </button>
      )}
    >
      {(close) => (
        <div className="space-y-2">
          <p className="isolate-text truncate px-2 font-[550]">{person.name}</p>
          <ThemeSwitch />
          <div className="-mx-1 border-hairline border-t pt-2">
            <Link href={paths.settings()} className={ROW} onClick={close}>
              <UserRound aria-hidden="true" />
              Profile and settings
            </Link>
            <button
              type="button"
              className={ROW}
              onClick={() => {
                close();
                shortcutHelp.open();
              }}
            >
              <Keyboard aria-hidden="true" />
              Keys
            </button>
            <form method="post" action={signOutTo}>
              <button type="submit" className={ROW}>
                <LogOut aria-hidden="true" />
                Sign out
              </button>
            </form>
          </div>
        </div>
      )}
    </Popover>
  );
}
