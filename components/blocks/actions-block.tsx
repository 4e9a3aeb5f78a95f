import type { ActionItem } from "../../lib/actions/schema";
import { ACTION_STATUS_WORDS, ACTION_TYPE_WORDS, HELD_WORDS } from "../../lib/actions/words";
import { shortDate } from "../../lib/dates";
import { paths } from "../../lib/paths";
import { Ticks } from "../ui/ticks";
import type { BlockProps } from "./block";
import { Nothing } from "./nothing";

/** What follows: each item as it stood, with who looks after it, its day and its test; and, where it is read later, how it stands today. */
export function ActionsBlock({ blocks, zone, today }: BlockProps) {
  const items = blocks.actions ?? [];
  if (items.length === 0) return <Nothing>Nothing follows yet.</Nothing>;
  return (
    <ul className="border-hairline border-t">
      {items.map((item) => (
        <Row key={item.id} item={item} now={today?.[item.id]} zone={zone} />
      ))}
    </ul>
  );
}

function Row({ item, now, zone }: { item: ActionItem; now: ActionItem | undefined; zone: string }) {
  const who = [item.owner?.name, item.team?.name].filter(Boolean).join(", ");
  const facts = [
    item.type ? ACTION_TYPE_WORDS[item.type] : null,
    who || "nobody yet",
    item.status === "in_progress" ? ACTION_STATUS_WORDS.in_progress.toLowerCase() : null,
    item.status === "wont_do" ? item.reason : null,
  ].filter(Boolean);
  const over = item.status === "wont_do";
  return (
    <li data-item={item.ref} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-5 border-hairline border-b py-2.5 sm:grid-cols-[3.5rem_minmax(0,1fr)_auto]">
      <span className="font-mono text-13 text-soft leading-5">
        <a href={paths.action(item.ref)} className="-my-0.5 inline-block py-0.5 hover:text-ink hover:underline">
          {item.ref}
        </a>
      </span>
      <div className="min-w-0 max-sm:col-span-2 max-sm:row-start-2">
        <p className={`isolate-text text-16 leading-5 [overflow-wrap:anywhere] ${over ? "text-soft line-through decoration-1" : ""}`}>
          <Ticks>{item.title}</Ticks>
        </p>
        {item.finishTest ? (
          <p className="isolate-text mt-0.5 text-soft [overflow-wrap:anywhere]">
            Done when: <Ticks>{item.finishTest}</Ticks>
          </p>
        ) : null}
        <p className="isolate-text mt-0.5 text-13 text-soft [overflow-wrap:anywhere]">{facts.join(" · ")}</p>
        {now ? <Today item={item} now={now} zone={zone} /> : null}
      </div>
      <span className="whitespace-nowrap text-soft leading-5 tabular-nums">
        {item.status === "done" || over ? (
          ACTION_STATUS_WORDS[item.status].toLowerCase()
        ) : item.dueOn ? (
          <time dateTime={item.dueOn}>{shortDate(item.dueOn, "UTC")}</time>
        ) : (
          "no date"
        )}
      </span>
    </li>
  );
}

/** Only what is otherwise than it stood, and what like incidents said of it since. */
function Today({ item, now, zone }: { item: ActionItem; now: ActionItem; zone: string }) {
  const moved = now.status !== item.status;
  const held = now.held.filter(({ answer }) => answer !== null);
  if (!moved && held.length === 0) return null;
  const since = now.status === "done" && now.doneAt ? `, ${shortDate(now.doneAt, zone)}` : "";
  return (
    <p data-today className="isolate-text mt-1 text-13">
      {moved ? (
        <span className={now.status === "done" ? "font-[550] text-calm" : "font-[550]"}>
          Today: {ACTION_STATUS_WORDS[now.status].toLowerCase()}
          {since}
        </span>
      ) : null}
      {held.map(({ incidentRef, answer, note }) => (
        <span key={incidentRef} className="block text-soft">
          {HELD_WORDS[answer!]} in{" "}
          <a href={paths.incident(incidentRef)} className="link font-mono">
            {incidentRef}
          </a>
          {note ? `: ${note}` : ""}
        </span>
      ))}
    </p>
  );
}
