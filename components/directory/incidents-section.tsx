import Link from "next/link";
import type { IncidentPage } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { IncidentList } from "../history/incident-list";
import { Section } from "../layout/section";

interface Props {
  page: Pick<IncidentPage, "items" | "nextCursor">;
  /** The filter under which the whole list has them: `{ service: id }`. */
  filter: Record<string, string>;
  /** Where there is none: what would stand here. */
  none: string;
  zone: string;
  now: number;
}

/** The latest incidents of a service or a team, with the way to all of them. */
export function IncidentsSection({ page, filter, none, zone, now }: Props) {
  const more = page.nextCursor ? (
    <Link href={paths.incidents(filter)} className="link">
      All of them
    </Link>
  ) : null;
  return (
    <Section title="Incidents" aside={more}>
      {page.items.length ? <IncidentList incidents={page.items} zone={zone} now={now} /> : <p className="max-w-[36rem] text-soft leading-[1.55]">{none}</p>}
    </Section>
  );
}
