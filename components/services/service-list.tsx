import Link from "next/link";
import { paths } from "@/lib/paths";
import type { Service } from "@/lib/services/schema";
import { Tier } from "./tier";

/** Services by name: what each does, how much stands on it, who owns it. */
export function ServiceList({ services }: { services: readonly Service[] }) {
  return (
    <ul className="border-hairline border-b">
      {services.map((service) => (
        <li
          key={service.id}
          data-row
          className="relative grid gap-x-6 gap-y-1 border-hairline border-t py-3.5 hover:bg-hover max-sm:grid-cols-[auto_1fr] max-sm:*:first:col-span-2 sm:grid-cols-[minmax(0,1fr)_5.5rem_11rem]"
        >
          <div className="min-w-0">
            <Link data-row-link href={paths.service(service.id)} className="isolate-text font-[550] text-16 after:absolute after:inset-0">
              {service.name}
            </Link>
            {service.description ? <p className="isolate-text mt-0.5 line-clamp-2 text-soft">{service.description}</p> : null}
          </div>
          <span className="max-sm:empty:hidden sm:pt-0.5">
            <Tier tier={service.tier} />
          </span>
          <span className="min-w-0 text-13 sm:pt-0.5 sm:text-right">
            {service.team ? (
              <Link href={paths.team(service.team.id)} className="isolate-text relative text-soft hover:text-ink hover:underline">
                {service.team.name}
              </Link>
            ) : (
              <span className="text-faint">nobody owns it yet</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
