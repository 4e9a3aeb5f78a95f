import type { ComponentType } from "react";
import type { ActionsToday, Blocks } from "../../lib/blocks/schema";
import { BLOCK_WORDS, type BlockKind, type TimelineFilter } from "../../lib/blocks/words";
import { ActionsBlock } from "./actions-block";
import { ChangesBlock } from "./changes-block";
import { FactorsBlock } from "./factors-block";
import { FiguresBlock } from "./figures-block";
import { NetsBlock } from "./nets-block";
import { RuledOutBlock } from "./ruled-out-block";
import { TimelineBlock } from "./timeline-block";

export interface BlockProps {
  filter: TimelineFilter;
  blocks: Blocks;
  /** The one zone in which all times are written. */
  zone: string;
  /** How the action items stand now, beside how they stood. */
  today?: ActionsToday | undefined;
}

const LOOKS: Record<BlockKind, ComponentType<BlockProps>> = {
  timeline: TimelineBlock,
  changes: ChangesBlock,
  factors: FactorsBlock,
  nets: NetsBlock,
  actions: ActionsBlock,
  figures: FiguresBlock,
  ruled_out: RuledOutBlock,
};

/** Rows of the incident as a part of an article: as they are in the editor, as they were in a published version. Nothing in it needs a script. */
export function Block({ kind, ...props }: BlockProps & { kind: BlockKind }) {
  const Look = LOOKS[kind];
  return (
    <section data-block={kind} aria-label={BLOCK_WORDS[kind]} className="my-6 min-w-0 font-sans text-14 leading-[1.5] text-ink">
      <Look {...props} />
    </section>
  );
}
