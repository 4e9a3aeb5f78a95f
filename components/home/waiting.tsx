import Link from "next/link";
import type { InboxPage } from "../../lib/inbox/schema";
import { paths } from "../../lib/paths";
import { ItemRow } from "../inbox/item-row";
import { Section } from "../layout/section";

/** The top of one's inbox: what others wait for. */
export function Waiting({ inbox, zone, now }: { inbox: InboxPage; zone: string; now: number }) {
  if (inbox.items.length === 0) return null;
  return (
    <Section
      title="Waiting for you"
      aside={
        <Link href={paths.inbox()} className="link">
          {inbox.waiting > inbox.items.length ? `All ${inbox.waiting}` : "Inbox"}
        </Link>
      }
    >
      <ul className="border-hairline border-t">
        {inbox.items.map((item) => (
          <li key={item.id} data-row>
            <ItemRow item={item} zone={zone} serverNow={now} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
