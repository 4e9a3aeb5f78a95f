import Link from "next/link";
import { dueWords } from "@/lib/actions/rules";
import type { ActionItem } from "@/lib/actions/schema";
import { paths } from "@/lib/paths";
import { Ticks } from "../ui/ticks";
import { Section } from "../layout/section";

interface Props {
  items: readonly ActionItem[];
  /** Where all of them are, if there are more. */
  all: string | null;
  /** Where there is none: what would stand here. */
  none: string;
  today: string;
}

/** The open action items of a service, a team or a person: to be read, each leads to its page. Nothing is counted. */
export function OpenItems({ items, all, none, today }: Props) {
  const more = all ? (
    <Link href={all} prefetch={false} className="link">
      All of them
    </Link>
  ) : null;
  return (
    <Section title="Open action items" aside={more}>
      {items.length === 0 ? (
        <p className="max-w-[36rem] text-soft leading-[1.55]">{none}</p>
      ) : (
        <ul className="border-hairline border-b">
          {items.map((item) => (
            <li
              key={item.id}
              data-row
              className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-hairline border-t py-2 hover:bg-hover sm:grid-cols-[4.5rem_minmax(0,1fr)_11rem_9rem]"
            >
              <span className="font-mono text-13 text-soft leading-5.5 max-sm:order-3">{item.ref}</span>
              <span className="min-w-0">
                <Link
                  data-row-link
                  href={paths.action(item.ref)}
                  prefetch={false}
                  className="isolate-text block [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
                >
                  <Ticks>{item.title}</Ticks>
                </Link>
                <span className="isolate-text block truncate text-13 text-soft">
                  <span className="font-mono">{item.incidentRef}</span> {item.incidentTitle}
                </span>
              </span>
              <span className="isolate-text truncate text-13 text-soft leading-5.5 max-sm:hidden">
                {item.owner && !item.ownerLeft ? item.owner.name : (item.team?.name ?? "Waits for an owner")}
              </span>
              <span className="text-right text-13 text-soft leading-5.5">{item.dueOn ? dueWords(item.dueOn, today) : "no due date"}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
