import { highlighted } from "../../lib/documents/highlight";

/** Code, its kinds of words in the inks of article.css. */
export function ArticleCode({ code, language }: { code: string; language: unknown }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
      tabIndex={0}
      data-code
      className="my-6 overflow-x-auto rounded-md border border-hairline bg-sunken px-4 py-3 font-mono text-13 leading-5.5 [font-variant-ligatures:none] print:whitespace-pre-wrap print:break-inside-auto print:text-[9pt]"
    >
      <code>
        {highlighted(code, language).map(({ text, name }, at) =>
          name ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name
            <span key={at} className={name}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </code>
    </pre>
  );
}
