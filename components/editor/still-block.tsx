"use client";

import { useBlocks } from "../../lib/blocks/client";
import { BLOCK_WORDS, type BlockKind, type TimelineFilter } from "../../lib/blocks/words";
import { Block } from "../blocks/block";
import { useRoom } from "../room/room-context";

/** A live block before the editor is there, from the rows that the page brought. It takes the room that the editor's will take. */
export function StillBlock({ kind, filter }: { kind: BlockKind; filter: TimelineFilter }) {
  const { incidentRef, zone } = useRoom();
  const blocks = useBlocks(incidentRef, kind);
  return (
    <div className="live-block">
      <div className="my-7 font-sans text-14 leading-[1.5]">
        <p className="flex min-h-7 items-center text-12 text-soft print:hidden">
          <span>
            <span className="font-[550] text-ink">{BLOCK_WORDS[kind]}</span> · live
          </span>
        </p>
        <div className="[&>section]:mt-1.5 [&>section]:mb-0">{blocks ? <Block kind={kind} filter={filter} blocks={blocks} zone={zone} /> : null}</div>
      </div>
    </div>
  );
}
