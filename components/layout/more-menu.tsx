"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { Popover } from "../ui/popover";

/** On a phone: the places that have no room in the bar. */
export function MoreMenu({ places }: { places: readonly { href: string; label: string }[] }) {
  return (
    <Popover
      label="More places"
      side="top"
      align="end"
      gap={10}
      trigger={(anchor) => (
        <button type="button" {...anchor} className="flex flex-1 flex-col items-center justify-center gap-1 text-12 text-soft leading-none">
          <Ellipsis aria-hidden="true" className="size-5" />
          More
        </button>
      )}
      className="min-w-40 !p-1"
    >
      {(close) =>
        places.map((place) => (
          <Link key={place.href} href={place.href} onClick={close} className="block rounded-sm px-3 py-2.5 hover:bg-sunken">
            {place.label}
          </Link>
        ))
      }
    </Popover>
  );
}
