import clsx from "clsx";
import type { DocNode } from "../../lib/documents/schema";
import { Inline } from "./article-inline";
import type { Reading } from "./reading";

const LOOKS = {
  2: "mt-11 mb-3 print:mt-8 text-[1.5rem] leading-[1.25] tracking-[-0.008em]",
  3: "mt-8 mb-2 text-[1.1875rem] leading-[1.3]",
  4: "mt-6 mb-1 text-[1.0625rem] leading-[1.35]",
} as const;

interface Props {
  node: DocNode;
  anchor: string;
  reading: Reading;
  /** A summary at the very beginning needs no heading that is seen. */
  lead: boolean;
}

/** A heading, with a link to itself for who wants to show somebody this place. */
export function ArticleHeading({ node, anchor, reading, lead }: Props) {
  const level = Math.min(4, Math.max(2, Number(node.attrs?.level) || 2)) as 2 | 3 | 4;
  const Heading = `h${level}` as const;
  return (
    <Heading id={anchor} className={clsx("group relative scroll-mt-8 font-semibold", lead ? "sr-only" : LOOKS[level])}>
      <Inline nodes={node.content} reading={reading} />
      <a
        href={`#${anchor}`}
        data-no-print
        aria-label="Link to this section"
        className="absolute -left-6 w-6 font-normal text-faint no-underline opacity-0 transition-opacity focus-visible:opacity-100 group-hover:opacity-100 max-lg:hidden"
      >
        #
      </a>
    </Heading>
  );
}
