import type { DocNode } from "../../lib/documents/schema";
import { headingsOf } from "../../lib/documents/text";
import { hereOf } from "./article";

export const partAnchors = (doc: DocNode) => headingsOf(doc).filter(({ level }) => level === 2);

/** The contents at the side; what one reads is inked by CSS (article.css). On a narrow window they fold above the article. */
export function Contents({ doc }: { doc: DocNode }) {
  const parts = partAnchors(doc);
  if (parts.length < 2) return null;
  const list = (
    <ol className="article-contents space-y-2.5">
      {parts.map(({ anchor, text }) => (
        <li key={anchor}>
          <a
            href={`#${anchor}`}
            style={{ "--here": hereOf(anchor) } as object}
            className="isolate-text block rounded-sm text-soft leading-[1.35] [overflow-wrap:anywhere] hover:text-ink"
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav aria-label="Contents" className="sticky top-0 max-h-dvh overflow-y-auto py-8 text-13 max-lg:hidden">
        {list}
      </nav>
      <details data-no-print className="group mb-6 border-line border-y py-2.5 text-14 lg:hidden">
        <summary className="touch font-[550]">Contents</summary>
        <nav aria-label="Contents, folded" className="pt-3 pb-1">
          {list}
        </nav>
      </details>
    </>
  );
}
