import type { NetState } from "../../lib/nets/rules";

/** How a net stands, by its edge and its word: whole where it was whole, broken where the hole was. */
export const NET_EDGE: Record<NetState, string> = {
  unasked: "border border-hairline text-faint",
  partly: "border border-line text-soft",
  unsure: "border border-line text-soft",
  could_not: "border border-edge bg-raised text-soft",
  hole: "border-2 border-dashed border-edge text-ink",
  caught: "border-2 border-calm bg-raised text-calm",
};

export const NET_STATE_WORDS: Record<NetState, string> = {
  unasked: "not said",
  partly: "said in part",
  unsure: "unsure",
  could_not: "could not",
  hole: "",
  caught: "held",
};
