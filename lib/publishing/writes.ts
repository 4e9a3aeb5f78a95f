import { isDeepStrictEqual } from "node:util";
import type { Change } from "../auth/change";
import type { Blocks } from "../blocks/schema";
import { markdownOf } from "../documents/markdown";
import type { DocNode } from "../documents/schema";

/** What a version is made of. */

/** The whole text with the rows of its blocks, so that it reads by itself. */
export const markdownWith = (json: DocNode, blocks: Blocks, zone: string): string =>
  markdownOf(json, {
    zone,
    around: blocks.incident.startedAt ?? blocks.incident.declaredAt,
    blocks,
  });

/** Those who answered, and how: `[{personId, state, at}]`. Who was asked and did not get to it is not held against them. */
export async function frozenReviews(c: Change, postmortemId: string): Promise<{ personId: string; state: string; at: string }[]> {
  const rows = await c.tx.postmortemReview.findMany({
    where: { postmortemId, state: { in: ["approved", "changes_requested"] } },
    orderBy: [{ at: "asc" }, { personId: "asc" }],
    select: { personId: true, state: true, at: true },
  });
  return rows.map(({ personId, state, at }) => ({ personId, state, at: at.toISOString() }));
}

/** The text without the questions that were put into it to be answered. */
export function withoutQuestions({ attrs, content, ...node }: DocNode): DocNode {
  const { asks: _, ...others } = attrs ?? {};
  return { ...node, ...(Object.keys(others).length ? { attrs: others } : {}), ...(content ? { content: content.map(withoutQuestions) } : {}) };
}

interface Words {
  title: string;
  zone: string;
  /** With the rows of its blocks as they read: another row is another text. */
  markdown: string;
  json: unknown;
}
export const sameWords = (last: Words, next: Words): boolean =>
  last.title === next.title && last.zone === next.zone && last.markdown === next.markdown && isDeepStrictEqual(last.json, next.json);
