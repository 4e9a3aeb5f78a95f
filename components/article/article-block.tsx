import clsx from "clsx";
import { Fragment, type ReactNode } from "react";
import { liveOf } from "../../lib/blocks/words";
import type { DocNode } from "../../lib/documents/schema";
import { textOf } from "../../lib/documents/text";
import { CALLOUT_WORDS, calloutOf } from "../../lib/documents/words";
import { paths } from "../../lib/paths";
import { Block } from "../blocks/block";
import { ArticleCode } from "./article-code";
import { Inline } from "./article-inline";
import { ArticleTable } from "./article-table";
import type { Reading } from "./reading";

interface Props {
  node: DocNode;
  reading: Reading;
}

const LIST = "my-4 pl-6 [&_&]:my-1 [&_p]:my-1";
const CALLOUT_LOOKS = {
  note: "border-edge bg-sunken [--tone:var(--ink-soft)]",
  learned: "border-learned bg-learned-wash [--tone:var(--learned)]",
  caution: "border-caution bg-caution-wash [--tone:var(--caution)]",
};

export function ArticleBlocks({ nodes = [], reading }: { nodes?: readonly DocNode[] | undefined; reading: Reading }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole, its parts have no other name
  return nodes.map((node, at) => <ArticleBlock key={at} node={node} reading={reading} />);
}

/** A paragraph, a list, a table and the like. */
export function ArticleBlock({ node, reading }: Props): ReactNode {
  const { type, attrs = {}, content } = node;
  const inside = <ArticleBlocks nodes={content} reading={reading} />;
  switch (type) {
    case "paragraph":
      return content?.length ? (
        <p className="my-4 first:mt-0 last:mb-0 hyphens-manual text-pretty orphans-3 widows-3">
          <Inline nodes={content} reading={reading} />
        </p>
      ) : null;
    case "heading":
      return (
        <p className="mt-4 font-semibold">
          <Inline nodes={content} reading={reading} />
        </p>
      );
    case "bulletList":
      return <ul className={clsx(LIST, "list-disc marker:text-faint")}>{inside}</ul>;
    case "orderedList":
      return (
        <ol start={Number(attrs.start ?? 1) || 1} className={clsx(LIST, "list-decimal marker:text-soft")}>
          {inside}
        </ol>
      );
    case "taskList":
      return <ul className="my-4 list-none pl-0 [&_p]:my-1">{inside}</ul>;
    case "listItem":
      return <li>{inside}</li>;
    case "taskItem":
      return <Task done={attrs.checked === true}>{inside}</Task>;
    case "blockquote":
      return <blockquote className="my-6 border-line border-l-2 pl-5 text-soft italic [--italics:inherit]">{inside}</blockquote>;
    case "callout":
      return <Callout kind={calloutOf(attrs.kind)}>{inside}</Callout>;
    case "codeBlock":
      return <ArticleCode code={(content ?? []).map(({ text }) => text ?? "").join("")} language={attrs.language} />;
    case "horizontalRule":
      return <hr className="mx-auto my-9 w-24 border-line" />;
    case "table":
      return <ArticleTable node={node} draw={(nodes) => <ArticleBlocks nodes={nodes} reading={reading} />} />;
    case "picture":
      return <Picture attrs={attrs} reading={reading} />;
    case "live":
      return <Live attrs={attrs} reading={reading} />;
    default: {
      const words = textOf(node);
      return words ? <p className="my-4 whitespace-pre-line">{words}</p> : <Fragment />;
    }
  }
}

function Task({ done, children }: { done: boolean; children: ReactNode }) {
  return (
    <li className="relative pl-7.5">
      <svg
        viewBox="0 0 16 16"
        className="absolute top-2 left-0.5 size-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        role="img"
        aria-label={done ? "Done" : "Not done"}
      >
        <rect x="1.5" y="1.5" width="13" height="13" rx="3" />
        {done ? <path d="m4.5 8.2 2.4 2.4 4.6-5" strokeLinecap="round" strokeLinejoin="round" /> : null}
      </svg>
      {children}
    </li>
  );
}

function Callout({ kind, children }: { kind: keyof typeof CALLOUT_LOOKS; children: ReactNode }) {
  return (
    <aside
      aria-label={CALLOUT_WORDS[kind]}
      className={clsx("my-6 break-inside-avoid rounded-md px-4.5 pt-3 pb-3.5 print:rounded-none print:border-l-3 print:py-0", CALLOUT_LOOKS[kind])}
    >
      <p aria-hidden="true" className="mb-1 font-[550] font-sans text-(--tone) text-13">
        {CALLOUT_WORDS[kind]}
      </p>
      <div className="[&>:first-child]:mt-0 [&>:last-child]:mb-0">{children}</div>
    </aside>
  );
}

function Picture({ attrs, reading }: { attrs: Record<string, unknown>; reading: Reading }) {
  const [id, alt] = [String(attrs.id ?? ""), String(attrs.alt ?? "")];
  if (!/^[\da-f-]{36}$/.test(id)) return alt ? <p className="my-4 text-soft">{alt}</p> : null;
  const side = (value: unknown) => (Number(value) > 0 ? Number(value) : undefined);
  return (
    <figure className="my-7">
      <img
        src={paths.attachment(reading.incidentRef, id)}
        alt={alt}
        width={side(attrs.width)}
        height={side(attrs.height)}
        className="h-auto max-w-full rounded-sm border border-line bg-sunken"
      />
      {alt ? (
        <figcaption aria-hidden="true" className="mt-2 font-sans text-13 text-soft">
          {alt}
        </figcaption>
      ) : null}
    </figure>
  );
}

function Live({ attrs, reading }: { attrs: Record<string, unknown>; reading: Reading }) {
  const { kind, filter } = liveOf(attrs);
  return kind ? <Block kind={kind} filter={filter} blocks={reading.blocks} zone={reading.zone} today={reading.today} /> : null;
}
