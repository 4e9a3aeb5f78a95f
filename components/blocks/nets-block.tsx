import clsx from "clsx";
import { netsSentence } from "../../lib/blocks/rules";
import { holeOf, stateOf } from "../../lib/nets/rules";
import type { SafetyNet } from "../../lib/nets/schema";
import { NET_SHORT, NET_WORDS } from "../../lib/nets/words";
import { NET_EDGE, NET_STATE_WORDS } from "../nets/net-look";
import { Ticks } from "../ui/ticks";
import type { BlockProps } from "./block";
import { Nothing } from "./nothing";

/** The nets from the developer's desk to production: an unbroken edge was whole, a broken one had the hole. */
export function NetsBlock({ blocks }: BlockProps) {
  const nets = (blocks.nets ?? []).filter((net) => stateOf(net) !== "unasked" || net.note !== "" || net.brokeThereFirst !== null);
  if (nets.length === 0) return <Nothing>Nobody has answered for the safety nets yet.</Nothing>;
  const told = nets.filter((net) => net.note !== "" || net.brokeThereFirst !== null);
  return (
    <>
      <ol aria-label="The way to production" className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-1.5">
        {nets.map((net) => {
          const state = stateOf(net);
          return (
            <li key={net.net} data-net={net.net} data-state={state} className={clsx("min-h-14 rounded-sm px-2 py-1.5", NET_EDGE[state])}>
              <span className="block text-13 leading-4.5">{NET_SHORT[net.net]}</span>
              <span className="block text-12 leading-3.5">{holeOf(net) ?? NET_STATE_WORDS[state]}</span>
            </li>
          );
        })}
      </ol>
      <p className="mt-3 font-serif text-16 leading-[1.5]">{netsSentence(nets)}</p>
      {told.length ? (
        <dl className="mt-3 grid gap-x-4 border-line border-t sm:grid-cols-[9rem_minmax(0,1fr)]">
          {told.map((net) => (
            <div key={net.net} className="grid grid-cols-subgrid border-hairline border-b py-2 sm:col-span-2">
              <dt className="font-[550]">{NET_WORDS[net.net]}</dt>
              <dd className="isolate-text min-w-0 whitespace-pre-line font-serif text-16 leading-[1.5] [overflow-wrap:anywhere]">
                <Ticks>{wordsOf(net)}</Ticks>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

function wordsOf({ brokeThereFirst, note }: SafetyNet): string {
  const broke = brokeThereFirst === null ? "" : brokeThereFirst ? "It broke there first." : "It did not break there first.";
  return [broke, note].filter(Boolean).join(" ");
}
