import clsx from "clsx";
import Link from "next/link";
import { paths } from "../../lib/paths";

export type RoomTab = "room" | "changes" | "factors" | "actions";

interface Props {
  incidentRef: string;
  current: RoomTab;
  counts?: Partial<Record<RoomTab, number | undefined>>;
}

/** The four sides of one incident, each an address: the room, what changed, what combined, what follows. */
export function RoomTabs({ incidentRef, current, counts = {} }: Props) {
  const tabs: [RoomTab, string, string][] = [
    ["room", "Room", paths.incident(incidentRef)],
    ["changes", "What changed", paths.incidentChanges(incidentRef)],
    ["factors", "What combined", paths.incidentFactors(incidentRef)],
    ["actions", "What follows", paths.incidentActions(incidentRef)],
  ];
  return (
    <nav aria-label="Sides of this incident" className="flex gap-x-5 overflow-x-auto border-line border-b [scrollbar-width:none] print:hidden">
      {tabs.map(([tab, label, href]) => (
        <Link
          key={tab}
          href={href}
          prefetch={false}
          aria-current={tab === current ? "page" : undefined}
          className={clsx(
            "-mb-px whitespace-nowrap border-b-2 py-2 -outline-offset-2!",
            tab === current ? "border-accent font-[550] text-ink" : "border-transparent text-soft hover:text-ink",
          )}
        >
          {label}
          {counts[tab] ? <span className="font-normal text-soft tabular-nums"> {counts[tab]}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
