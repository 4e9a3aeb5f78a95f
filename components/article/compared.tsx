import clsx from "clsx";
import { Fragment, type ReactNode } from "react";
import type { Comparison } from "../../lib/compare/schema";

type Compared = Comparison["blocks"][number];

/** Of what stayed, so many paragraphs stand around what changed; more are folded. */
const AROUND = 1;

/** Two versions as one text: what came, what went, what was moved, and what stayed around it. */
export function ComparedText({ blocks }: { blocks: readonly Compared[] }): ReactNode {
  return foldedRuns(blocks).map(({ folded, blocks: run, key }) =>
    folded ? (
      <details key={key} className="my-5 border-hairline border-y py-1.5 font-sans text-13 print:hidden">
        <summary className="touch text-soft hover:text-ink">{run.length} paragraphs as before</summary>
        <div className="pt-2 text-soft">
          <Blocks blocks={run} />
        </div>
      </details>
    ) : (
      <Blocks key={key} blocks={run} />
    ),
  );
}

function foldedRuns(blocks: readonly Compared[]): { folded: boolean; blocks: Compared[]; key: number }[] {
  const near = blocks.map(
    (_, at) =>
      blocks.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ is }) => is !== "same") ||
      (blocks[at]!.kind === "heading" && blocks[at + 1] !== undefined && blocks[at + 1]!.is !== "same"),
  );
  const runs: { folded: boolean; blocks: Compared[]; key: number }[] = [];
  for (const [key, block] of blocks.entries()) {
    const folded = !near[key];
    if (runs.at(-1)?.folded === folded) runs.at(-1)!.blocks.push(block);
    else runs.push({ folded, blocks: [block], key });
  }
  return runs.map((run) => ({ ...run, folded: run.folded && run.blocks.length > 1 }));
}

const LOOKS: Record<string, string> = {
  heading: "mt-8 mb-2 font-semibold text-22 leading-[1.25]",
  listItem: "my-1 pl-6 relative before:absolute before:left-2 before:text-faint before:content-['•']",
  taskItem: "my-1 pl-6 relative before:absolute before:left-0.5 before:content-['☐']",
  done: "my-1 pl-6 relative before:absolute before:left-0.5 before:content-['☑']",
  blockquote: "my-4 border-line border-l-2 pl-5 italic",
  callout: "my-4 border-edge border-l-3 bg-sunken py-2.5 pl-4 pr-4",
  codeBlock: "my-4 whitespace-pre-wrap bg-sunken px-4 py-3 font-mono text-13 leading-5.5",
  tableRow: "my-1 whitespace-pre-wrap font-sans text-14",
  row: "my-1 font-sans text-14 leading-[1.5]",
};
const SAID: Record<Compared["is"], string | null> = { same: null, changed: null, added: "Added: ", removed: "Taken out: ", moved: "Moved here: " };

function Blocks({ blocks }: { blocks: readonly Compared[] }) {
  return blocks.map((block, at) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is drawn anew as a whole
      key={at}
      data-is={block.is}
      className={clsx("[overflow-wrap:anywhere]", LOOKS[block.kind] ?? "my-4", block.is === "moved" && "border-later border-l-2 pl-3")}
    >
      {block.is === "moved" ? <span className="mr-1.5 font-[550] font-sans text-13 text-later">Moved</span> : null}
      {block.is !== "moved" && SAID[block.is] ? <span className="sr-only">{SAID[block.is]}</span> : null}
      <Pieces pieces={block.pieces} />
    </p>
  ));
}

/** Words that came are underlined, those that went struck through: told without colours, too. */
export function Pieces({ pieces }: { pieces: Comparison["title"] }): ReactNode {
  return pieces.map(({ is, text }, at) => {
    const words = <span className="isolate-text">{text}</span>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={at}>
        {is === "added" ? (
          <ins className="[del+&]:ml-0.5 bg-add-word decoration-1 underline-offset-3">{words}</ins>
        ) : is === "removed" ? (
          <del className="bg-del-word decoration-1">{words}</del>
        ) : (
          words
        )}
      </Fragment>
    );
  });
}
