import { Fragment, type ReactNode } from "react";
import { isSafeHref, mentionText } from "../../lib/documents/extensions";
import { momentText } from "../../lib/documents/moments";
import type { DocNode } from "../../lib/documents/schema";
import { paths } from "../../lib/paths";
import { timeTip } from "../times/time";
import type { Reading } from "./reading";

const CODE = "rounded-sm bg-sunken px-1 py-px font-mono text-[0.82em] [box-decoration-break:clone] print:bg-transparent print:px-0";

/** The words of a paragraph. */
export function Inline({ nodes = [], reading }: { nodes?: readonly DocNode[] | undefined; reading: Reading }): ReactNode {
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn anew as a whole, its parts have no other name
    <Fragment key={at}>{one(node, reading)}</Fragment>
  ));
}

function one(node: DocNode, reading: Reading): ReactNode {
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>((inside, mark) => marked(mark, inside), node.text);
    case "hardBreak":
      return <br />;
    case "moment":
      return moment(String(attrs.at ?? ""), reading);
    case "mention":
      return mention(attrs);
    default:
      return <Inline nodes={node.content} reading={reading} />;
  }
}

function marked({ type, attrs }: NonNullable<DocNode["marks"]>[number], inside: ReactNode): ReactNode {
  if (type === "bold") return <strong>{inside}</strong>;
  if (type === "italic") return <em>{inside}</em>;
  if (type === "strike") return <del className="text-soft">{inside}</del>;
  if (type === "underline") return <u className="decoration-1 underline-offset-3">{inside}</u>;
  if (type === "code") return <code className={CODE}>{inside}</code>;
  if (type !== "link" || !isSafeHref(attrs?.href)) return inside;
  const away = /^https?:/i.test(attrs.href);
  return (
    <a href={attrs.href} className="link" {...(away ? { rel: "noopener noreferrer nofollow", target: "_blank" } : {})}>
      {inside}
    </a>
  );
}

function moment(at: string, { zone, around }: Reading): ReactNode {
  if (!Number.isFinite(Date.parse(at))) return null;
  return (
    <time dateTime={at} title={timeTip(at, zone)} className="whitespace-nowrap tabular-nums">
      {momentText(at, { zone, around })}
    </time>
  );
}

function mention(attrs: Record<string, unknown>): ReactNode {
  const words = mentionText(attrs);
  const id = String(attrs.id ?? "");
  const href =
    attrs.kind === "incident" && /^INC-\d+$/.test(id)
      ? paths.incident(id)
      : attrs.kind === "action" && /^ACT-\d+$/.test(id)
        ? paths.action(id)
        : attrs.kind === "person" && /^[\da-f-]{36}$/.test(id)
          ? paths.person(id)
          : null;
  return href ? (
    <a href={href} className="link whitespace-nowrap">
      {words}
    </a>
  ) : (
    words
  );
}
