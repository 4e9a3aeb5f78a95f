import { ruledOutOf } from "../../lib/blocks/rules";
import type { BlockProps } from "./block";
import { BlockClock } from "./block-clock";
import { Said } from "./block-entry";
import { Nothing } from "./nothing";

/** Where we got it wrong first: each theory as it was held, and what took it off the table. The next person needs these before anything else. */
export function RuledOutBlock({ blocks, zone }: BlockProps) {
  const theories = ruledOutOf(blocks);
  if (theories.length === 0) return <Nothing>No theory was ruled out.</Nothing>;
  const { incident } = blocks;
  return (
    <ol className="border-line border-t">
      {theories.map((entry) => (
        <li key={entry.id} data-entry={entry.id} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 border-hairline border-b py-2.5">
          <BlockClock at={entry.occurredAt} zone={zone} since={incident.startedAt} incidentRef={incident.ref} entryId={entry.id} />
          <div className="min-w-0">
            <div className="[&>div]:font-serif [&>div]:text-16!">
              <Said entry={entry} />
            </div>
            <p className="isolate-text mt-0.5 text-13 text-soft [overflow-wrap:anywhere]">
              {entry.data.because ? (
                <>
                  <span className="font-[550] text-ink">Ruled out</span> because {entry.data.because}
                </>
              ) : (
                <span className="font-[550] text-ink">Ruled out</span>
              )}
              {entry.author.name ? ` · ${entry.data.saidBy ?? entry.author.name}` : ""}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
