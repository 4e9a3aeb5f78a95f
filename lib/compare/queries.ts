import type { Ctx } from "../auth/ctx";
import { blocksOf } from "../blocks/queries";
import type { Blocks } from "../blocks/schema";
import { blockMarkdown } from "../blocks/text";
import { liveOf } from "../blocks/words";
import { documentFromMarkdown } from "../documents/from-markdown";
import { momentText } from "../documents/moments";
import { wordsIn } from "../documents/projection";
import type { DocNode } from "../documents/schema";
import { textOf } from "../documents/text";
import { getPostmortem } from "../postmortems/queries";
import type { CompareQuery } from "../postmortems/schema";
import { aroundOf, findVersion } from "../versions/queries";
import { compareLines, compareWords, type Line, linesOf, type Piece } from "./rules";
import type { Comparison } from "./schema";

interface Side {
  n: number | null;
  title: string;
  publishedAt: string | null;
  json: DocNode;
  blocks: Blocks;
  zone: string;
}

/** What changed between two versions or, without `to`, up to the draft as it stands; a draft's rows are those of now. */
export async function compareVersions(ctx: Ctx, ref: string | undefined, { from, to }: CompareQuery): Promise<Comparison> {
  const first = await findVersion(ctx, ref, from);
  const second = to === undefined ? await draftOf(ctx, first.incidentRef, first) : await findVersion(ctx, ref, to);
  // Both are read in one zone: another one would alter every time.
  const blocks = compareLines(sideLines(first, first.zone), sideLines(second, first.zone));
  const pieces = blocks.flatMap((block) => block.pieces);
  const count = (is: Piece["is"]) => wordsIn(pieces.map((piece) => (piece.is === is ? piece.text : "")).join("\n"));
  return {
    incidentRef: first.incidentRef,
    from: { n: first.n, title: first.title, publishedAt: first.publishedAt },
    to: { n: second.n, title: second.title, publishedAt: second.publishedAt },
    title: compareWords(first.title, second.title),
    blocks,
    words: { added: count("added"), removed: count("removed") },
  };
}

async function draftOf(ctx: Ctx, ref: string, { title, zone }: Pick<Side, "title" | "zone">): Promise<Side> {
  const { json } = await getPostmortem(ctx, ref);
  return { n: null, title, publishedAt: null, json, blocks: await blocksOf(ctx, ref, json), zone };
}

function sideLines({ json, blocks }: Side, zone: string): Line[] {
  const around = aroundOf(blocks);
  const told = (node: DocNode): DocNode =>
    node.type === "moment"
      ? { type: "text", text: momentText(String(node.attrs?.at ?? ""), { zone, around }) }
      : { ...node, ...(node.content ? { content: node.content.map(told) } : {}) };
  const rows = ({ attrs = {} }: DocNode) => {
    const { kind, filter } = liveOf(attrs);
    return kind ? textOf(documentFromMarkdown(blockMarkdown(kind, filter, blocks, zone))) : "";
  };
  return linesOf(told(json), textOf, rows);
}
