import Link from "next/link";
import { ROLE_WORDS } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import type { RolesHeld as Held } from "@/lib/people/schema";
import { Time } from "../times/time";

/** Where someone helped lately: the incidents by name, and as what. Nothing is counted. */
export function RolesHeld({ held, zone, now }: { held: readonly Held[]; zone: string; now: number }) {
  return (
    <ul className="border-hairline border-b">
      {held.map(({ incident, roles, since }) => (
        <li
          key={incident.ref}
          data-row
          className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-hairline border-t py-2.5 hover:bg-hover sm:grid-cols-[5rem_minmax(0,1fr)_12rem_6rem]"
        >
          <span className="font-mono text-13 text-soft max-sm:col-span-2">{incident.ref}</span>
          <Link data-row-link href={paths.incident(incident.ref)} className="isolate-text min-w-0 font-[550] after:absolute after:inset-0 max-sm:col-span-2">
            {incident.title}
          </Link>
          <span className="text-13 text-soft">{roles.map((role) => ROLE_WORDS[role]).join(", ")}</span>
          <Time at={since} zone={zone} now={now} look="day" className="text-right text-13 text-soft" />
        </li>
      ))}
    </ul>
  );
}
