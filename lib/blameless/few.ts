import { type Finding, MOST_HINTS } from "./words";

/** The first hints of each paragraph, in their order. Asked after those that were kept are taken out: then the next ones are seen. */
export function few<One>(all: readonly One[], paragraphOf: (one: One) => number): One[] {
  const counts = new Map<number, number>();
  return all.filter((one) => {
    const paragraph = paragraphOf(one);
    const count = (counts.get(paragraph) ?? 0) + 1;
    counts.set(paragraph, count);
    return count <= MOST_HINTS;
  });
}

/** In a plain text a paragraph is a line. */
export const fewOf = <One extends Pick<Finding, "start">>(text: string, all: readonly One[]): One[] => few(all, ({ start }) => text.lastIndexOf("\n", start));
