import clsx from "clsx";
import { holeOf, stateOf } from "../../lib/nets/rules";
import type { SafetyNet } from "../../lib/nets/schema";
import { NET_SHORT } from "../../lib/nets/words";
import { NET_EDGE, NET_STATE_WORDS } from "./net-look";

/** All nets at a glance, from the desk to production. A dashed edge is a hole. */
export function NetStrip({ nets }: { nets: readonly SafetyNet[] }) {
  return (
    <ol aria-label="The way to production" className="grid grid-cols-[repeat(auto-fit,minmax(5.5rem,1fr))] gap-1.5 xl:grid-cols-11">
      {nets.map((net) => {
        const state = stateOf(net);
        return (
          <li key={net.net} data-net={net.net} data-state={state} className={clsx("min-h-12 rounded-sm px-1.5 py-1.5", NET_EDGE[state])}>
            <span className="block truncate text-12 leading-4.5">{NET_SHORT[net.net]}</span>
            <span className="block text-12 leading-3.5">{holeOf(net) ?? NET_STATE_WORDS[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
