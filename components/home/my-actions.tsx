import Link from "next/link";
import { dueWords } from "../../lib/actions/rules";
import type { ActionItemPage } from "../../lib/actions/schema";
import { paths } from "../../lib/paths";
import { Ticks } from "../ui/ticks";
import { Section } from "../layout/section";

/** What the reader looks after, what is due first on top. What waits with a reason stays out of the way. */
export function MyActions({ page, today }: { page: ActionItemPage; today: string }) {
  const items = page.items.filter(({ snoozedUntil }) => !snoozedUntil || snoozedUntil.slice(0, 10) < today);
  if (items.length === 0) return null;
  return (
    <Section
      title="With you"
      aside={
        <Link href={paths.actions()} className="link">
          {page.nextCursor ? "All your actions" : "Actions"}
        </Link>
      }
    >
      <ul className="border-hairline border-t">
        {items.map(({ id, ref, title, dueOn, incidentRef }) => (
          <li key={id} data-row className="flex items-baseline gap-3 border-hairline border-b py-2">
            <span className="shrink-0 font-mono text-13 text-soft">{ref}</span>
            <Link href={paths.action(ref)} prefetch={false} data-row-link className="isolate-text min-w-0 flex-1 [overflow-wrap:anywhere] hover:underline">
              <Ticks>{title}</Ticks>
            </Link>
            <span className="shrink-0 text-13 text-soft max-sm:hidden">
              from <span className="font-mono">{incidentRef}</span>
            </span>
            {dueOn ? (
              <span data-tip={dueOn} className="shrink-0 text-13 text-soft">
                {dueWords(dueOn, today)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
