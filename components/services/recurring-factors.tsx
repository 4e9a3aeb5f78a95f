import Link from "next/link";
import { FACTOR_GROUP_WORDS } from "@/lib/factors/words";
import { paths } from "@/lib/paths";
import type { Recurring } from "@/lib/recurring/schema";
import { Section } from "../layout/section";
import { Time } from "../times/time";

interface Props {
  serviceId: string;
  factors: readonly Recurring[];
  zone: string;
  now: number;
}

/** The conditions that come back in a service's incidents, each with the latest of these and the way to all. */
export function RecurringFactors({ serviceId, factors, zone, now }: Props) {
  return (
    <Section title="Factors that come back">
      {factors.length === 0 ? (
        <p className="max-w-[36rem] text-soft leading-[1.55]">
          None yet. When the same factor stands in two of its incidents (“missing timeout or retry limit”, in March and again in May), it is named here.
        </p>
      ) : (
        <ul className="border-hairline border-b">
          {factors.map((factor) => (
            <li
              key={factor.tagId}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-hairline border-t py-2.5 md:grid-cols-[16rem_minmax(0,1fr)_auto]"
            >
              <span className="min-w-0">
                <span className="isolate-text font-[550]">{factor.tag}</span>
                <span className="block text-13 text-soft">{FACTOR_GROUP_WORDS[factor.group]}</span>
              </span>
              <ul className="min-w-0 text-13 max-md:order-3 max-md:col-span-2">
                {factor.latest.map((incident) => (
                  <li key={incident.ref} className="truncate">
                    <Link href={paths.incidentFactors(incident.ref)} prefetch={false} className="rounded-sm hover:underline">
                      <span className="font-mono text-soft">{incident.ref}</span> <span className="isolate-text">{incident.title}</span>
                    </Link>{" "}
                    <Time at={incident.at} zone={zone} now={now} look="day" className="text-soft" />
                  </li>
                ))}
              </ul>
              <Link href={paths.incidents({ service: serviceId, tag: factor.tag })} prefetch={false} className="link self-start whitespace-nowrap text-13">
                {factor.incidents} incidents
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
