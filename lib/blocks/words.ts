/** Live blocks: rows of the incident shown inside its document, and never copied into it. */

export const BLOCKS = ["timeline", "changes", "factors", "nets", "actions", "figures", "ruled_out"] as const;
export type BlockKind = (typeof BLOCKS)[number];

export const BLOCK_WORDS: Record<BlockKind, string> = {
  timeline: "Timeline",
  changes: "What changed",
  factors: "What combined",
  nets: "Safety nets",
  actions: "Action items",
  figures: "Key figures",
  ruled_out: "Where we got it wrong first",
};

/** What a timeline block shows of its entries. */
export const TIMELINE_FILTERS = ["key", "all", "starred"] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];
export const TIMELINE_FILTER_WORDS: Record<TimelineFilter, string> = { key: "Key moments", all: "Everything", starred: "Starred" };

/** Which block a node names: none where it names nothing that there is, whatever was written into it. */
export const liveOf = ({ kind, filter }: Record<string, unknown>): { kind: BlockKind | undefined; filter: TimelineFilter } => ({
  kind: BLOCKS.find((one) => one === kind),
  filter: TIMELINE_FILTERS.find((one) => one === filter) ?? "key",
});
