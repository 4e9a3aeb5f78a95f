import type { Blocks } from "../../../lib/blocks/schema";
import type { BlockKind, TimelineFilter } from "../../../lib/blocks/words";

/** What is given to the editing of a block's rows. */
export interface EditProps {
  kind: BlockKind;
  filter: TimelineFilter;
  blocks: Blocks;
}
