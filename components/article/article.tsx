import type { ReactNode } from "react";
import type { DocNode } from "../../lib/documents/schema";
import { headingsOf } from "../../lib/documents/text";
import { ArticleBlock } from "./article-block";
import { ArticleHeading } from "./article-heading";
import type { Reading } from "./reading";

interface Part {
  /** Null for what stands before the first heading. */
  anchor: string | null;
  nodes: { node: DocNode; anchor: string | undefined; key: number }[];
}

/** What stands under each heading of the second level. */
function partsOf(doc: DocNode): Part[] {
  const anchors = headingsOf(doc);
  const parts: Part[] = [{ anchor: null, nodes: [] }];
  for (const [key, node] of (doc.content ?? []).entries()) {
    const heading = node.type === "heading" ? anchors.shift() : undefined;
    if (heading?.level === 2) parts.push({ anchor: heading.anchor, nodes: [] });
    parts.at(-1)!.nodes.push({ node, anchor: heading?.anchor, key });
  }
  return parts.filter(({ nodes }) => nodes.length > 0);
}

/** A document as an article: React elements made of its nodes, whole without a script. What it does not know it shows as its text. */
export function Article({ doc, reading }: { doc: DocNode; reading: Reading }): ReactNode {
  return (
    <div
      data-prose
      dir="auto"
      className="isolate-text min-w-0 break-words font-serif text-18 [font-variant-numeric:lining-nums_proportional-nums] print:text-[11pt] print:leading-[1.5]"
    >
      {partsOf(doc).map(({ anchor, nodes }, at) => (
        // The contents know by it where one reads (article.css).
        <section
          key={anchor ?? "lead"}
          className="article-part flow-root [&>:last-child]:mb-0"
          style={anchor ? ({ "--here": hereOf(anchor) } as object) : undefined}
        >
          {nodes.map(({ node, anchor: id, key }) =>
            node.type === "heading" ? (
              <ArticleHeading key={key} node={node} anchor={id!} reading={reading} lead={at === 0 && node.attrs?.section === "summary"} />
            ) : (
              <ArticleBlock key={key} node={node} reading={reading} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

/** The name of a section's place on the page, for CSS. */
export const hereOf = (anchor: string) =>
  `--at-${[...anchor].map((letter) => (/[a-z0-9-]/.test(letter) ? letter : `u${letter.codePointAt(0)!.toString(16)}`)).join("")}`;
