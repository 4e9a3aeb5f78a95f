import clsx from "clsx";
import type { Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { decodeEntities, lexMarkdown, safeHref, safeImage } from "../../lib/markdown";
import { type MarkdownLinks, MarkdownText } from "./markdown-text";

interface Props {
  children: string;
  /** `entry` for the timeline and other short notes, `reading` for what is set in the serif to be read. */
  look?: "entry" | "reading";
  /** The level of a `#` heading, so that a note does not break the page's outline. */
  headings?: 2 | 3 | 4;
  links?: MarkdownLinks;
  className?: string;
}

const LOOKS = {
  entry: "text-14 leading-[1.5] [&>*+*]:mt-1.5",
  reading: "font-serif text-18 [font-variant-numeric:lining-nums_proportional-nums] [&>*+*]:mt-4",
};

/**
 * What people wrote, as React elements: there is no HTML in it at any moment, so there is nothing to sanitise. Raw HTML is
 * shown as it was typed. In a client component it brings the parser with it (15 KB).
 */
export function Markdown({ children, look = "entry", headings = 3, links, className }: Props) {
  const draw = drawer({ headings, ...(links ? { links } : {}) });
  return (
    <div data-prose dir="auto" className={clsx("isolate-text min-w-0 break-words", LOOKS[look], className)}>
      {draw(lexMarkdown(children, look === "entry"), 0)}
    </div>
  );
}

const ALIGN = { left: "text-left", center: "text-center", right: "text-right" } as const;
const MOST = 24;

function drawer({ headings, links }: { headings: number; links?: MarkdownLinks }) {
  const words = (text: string) => <MarkdownText text={decodeEntities(text)} links={links} />;

  function draw(tokens: readonly Token[] | undefined, depth: number): ReactNode {
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole, its tokens have no other name
    return tokens?.map((token, at) => <Fragment key={at}>{depth > MOST ? token.raw : one(token as Tokens.Generic, depth + 1)}</Fragment>);
  }

  function one(token: Tokens.Generic, depth: number): ReactNode {
    const inside = () => draw(token.tokens, depth);
    switch (token.type) {
      case "space":
      case "def":
        return null;
      case "paragraph":
        return <p>{inside()}</p>;
      case "text":
        return token.tokens ? inside() : words(token.text);
      case "escape":
        return token.text;
      case "html":
        return token.block ? <p className="whitespace-pre-wrap">{token.text}</p> : token.text;
      case "br":
        return <br />;
      case "strong":
        return <strong>{inside()}</strong>;
      case "em":
        return <em>{inside()}</em>;
      case "del":
        return <del className="text-soft">{inside()}</del>;
      case "hr":
        return <hr className="my-4 border-line" />;
      case "heading": {
        const Heading = `h${Math.min(6, headings + token.depth - 1)}` as "h3";
        return <Heading className="mt-3 font-semibold font-serif text-16 first:mt-0">{inside()}</Heading>;
      }
      case "blockquote":
        return <blockquote className="border-line border-l-2 pl-3 text-soft [&>*+*]:mt-1.5">{inside()}</blockquote>;
      case "codespan":
        return <code className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.88em] [box-decoration-break:clone]">{token.text}</code>;
      case "code":
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
          <pre tabIndex={0} className="overflow-x-auto rounded-md border border-hairline bg-sunken px-3 py-2 font-mono text-12 leading-5">
            <code>{token.text}</code>
          </pre>
        );
      case "checkbox":
        return <input type="checkbox" checked={token.checked} disabled aria-label={token.checked ? "Done" : "Not done"} className="mr-2 accent-accent" />;
      case "list":
        return list(token as Tokens.List, depth);
      case "table":
        return table(token as Tokens.Table, depth);
      case "link":
        return link(token as Tokens.Link, inside());
      case "image":
        return image(token as Tokens.Image);
      default:
        return token.raw;
    }
  }

  function list(token: Tokens.List, depth: number) {
    const items = token.items.map((item, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <li key={at} className={item.task ? "-ml-5 list-none" : undefined}>
        {draw(item.tokens, depth)}
      </li>
    ));
    return token.ordered ? (
      <ol start={token.start || 1} className="list-decimal space-y-0.5 pl-5 marker:text-soft">
        {items}
      </ol>
    ) : (
      <ul className="list-disc space-y-0.5 pl-5 marker:text-faint">{items}</ul>
    );
  }

  function table(token: Tokens.Table, depth: number) {
    const cells = (row: Tokens.TableCell[], Cell: "th" | "td") => (
      <tr>
        {row.map((cell, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Cell key={at} className={clsx("border-line border-b px-3 py-1.5", ALIGN[cell.align ?? "left"], Cell === "th" && "font-[550]")}>
            {draw(cell.tokens, depth)}
          </Cell>
        ))}
      </tr>
    );
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
      <div tabIndex={0} className="overflow-x-auto">
        <table className="border-collapse font-sans text-14">
          <thead>{cells(token.header, "th")}</thead>
          <tbody>
            {token.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={at}>{cells(row, "td")}</Fragment>
            ))}
          </tbody>
        </table>
      </div>
    );
  }

  return draw;
}

function link(token: Tokens.Link, inside: ReactNode): ReactNode {
  const href = safeHref(token.href);
  if (!href) return inside;
  const away = !href.startsWith("/") && !href.startsWith("#");
  return (
    <a href={href} className="link" {...(away ? { rel: "noopener noreferrer nofollow", target: "_blank" } : {})}>
      {inside}
    </a>
  );
}

function image(token: Tokens.Image): ReactNode {
  const source = safeImage(token.href);
  if (!source) return link({ ...token, type: "link", tokens: [] } as Tokens.Link, token.text || token.href);
  return (
    <a href={source} className="my-1 inline-block">
      <img src={source} alt={token.text} loading="lazy" className="max-h-80 max-w-full rounded-sm border border-line" />
    </a>
  );
}
