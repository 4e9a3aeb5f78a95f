import { Fragment, type ReactNode } from "react";
import { CATALOG } from "../../lib/blameless/catalog";
import { isSafeHref, mentionText } from "../../lib/documents/extensions";
import type { DocNode } from "../../lib/documents/schema";
import { headingsOf, textOf } from "../../lib/documents/text";
import { liveOf } from "../../lib/blocks/words";
import { GUIDANCE, type SectionKey } from "../../lib/documents/words";
import { paths } from "../../lib/paths";
import { momentText } from "../../lib/documents/moments";
import { timeTip } from "../times/time";
import { StillBlock } from "./still-block";

interface Props {
  doc: DocNode;
  incidentRef: string;
  zone: string;
  /** When the incident began: a time on that day is written without its date. */
  day: string;
  /** Questions of empty sections, for who may answer them. */
  guided: boolean;
}

const ASKED = new Map(CATALOG.map(({ id, question }) => [id, question]));

/**
 * The text before the editor is there, drawn by the server with the very elements that the editor will draw: when it takes its place
 * nothing moves. As it is read once it is published, see components/article.
 */
export function Still({ doc, incidentRef, zone, day, guided }: Props) {
  const blocks = doc.content ?? [];
  const names = headingsOf(doc).values();
  // A heading within a quote or a cell is no place to go to.
  const anchors = new Map(blocks.filter(({ type }) => type === "heading").map((heading) => [heading, names.next().value?.anchor]));

  function guidance(at: number): string | undefined {
    if (!guided || textOf(blocks[at]!) !== "" || blocks[at]!.attrs?.asks) return undefined;
    const heading = blocks[at - 1];
    const section = heading?.type === "heading" ? (heading.attrs?.section as SectionKey | null) : null;
    if (!section) return undefined;
    const next = blocks.findIndex((node, index) => index >= at && node.type === "heading");
    const empty = blocks.slice(at, next < 0 ? undefined : next).every((node) => textOf(node).trim() === "");
    return empty ? GUIDANCE[section] : undefined;
  }

  // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once, and its nodes have no other name
  const inside = (node: DocNode) => node.content?.map((child, at) => <Fragment key={at}>{one(child)}</Fragment>);

  function one(node: DocNode): ReactNode {
    const { attrs = {} } = node;
    switch (node.type) {
      case "text":
        return marked(node);
      case "hardBreak":
        return <br />;
      case "paragraph": {
        const asked = guided && !node.content?.length ? ASKED.get(String(attrs.asks)) : undefined;
        return (
          <p className={asked && "guided"} data-guidance={asked}>
            {node.content?.length ? inside(node) : <br />}
          </p>
        );
      }
      case "heading": {
        const Heading = `h${Math.min(4, Math.max(2, Number(attrs.level) || 2))}` as "h2";
        return <Heading id={anchors.get(node)}>{inside(node)}</Heading>;
      }
      case "blockquote":
        return <blockquote>{inside(node)}</blockquote>;
      case "bulletList":
        return <ul>{inside(node)}</ul>;
      case "orderedList":
        return <ol start={Number(attrs.start) || 1}>{inside(node)}</ol>;
      case "listItem":
        return <li>{inside(node)}</li>;
      case "taskList":
        return <ul data-type="taskList">{inside(node)}</ul>;
      case "taskItem":
        return (
          <li data-checked={attrs.checked === true}>
            <label>
              <input type="checkbox" checked={attrs.checked === true} readOnly tabIndex={-1} aria-label={textOf(node) || "Empty task"} />
              <span />
            </label>
            <div>{inside(node)}</div>
          </li>
        );
      case "codeBlock":
        return (
          <div className="code">
            <pre>
              <code>{inside(node)}</code>
            </pre>
          </div>
        );
      case "callout":
        return <aside data-kind={String(attrs.kind)}>{inside(node)}</aside>;
      case "horizontalRule":
        return <hr />;
      case "table":
        return (
          <div className="tableWrapper">
            <table>
              <tbody>{inside(node)}</tbody>
            </table>
          </div>
        );
      case "tableRow":
        return <tr>{inside(node)}</tr>;
      case "tableCell":
        return <td>{inside(node)}</td>;
      case "tableHeader":
        return <th>{inside(node)}</th>;
      case "picture":
        return <StillPicture attrs={attrs} incidentRef={incidentRef} />;
      case "mention":
        return <span className="mention">{mentionText(attrs)}</span>;
      case "moment":
        return (
          <time
            className="moment"
            dateTime={String(attrs.at)}
            data-tip={Number.isFinite(Date.parse(String(attrs.at))) ? timeTip(String(attrs.at), zone) : undefined}
          >
            {momentText(String(attrs.at), { zone, around: day })}
          </time>
        );
      case "live": {
        const { kind, filter } = liveOf(attrs);
        return kind ? <StillBlock kind={kind} filter={filter} /> : null;
      }
      default:
        return textOf(node);
    }
  }

  return (
    <div className="writing" data-still="">
      <div className="prose-page">
        {blocks.map((node, at) => {
          const question = node.type === "paragraph" ? guidance(at) : undefined;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once, and its nodes have no other name
            <Fragment key={at}>
              {question ? (
                <p className="guided" data-guidance={question}>
                  <br />
                </p>
              ) : (
                one(node)
              )}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

function marked(node: DocNode): ReactNode {
  let drawn: ReactNode = node.text;
  for (const { type, attrs } of node.marks ?? []) {
    if (type === "bold") drawn = <strong>{drawn}</strong>;
    else if (type === "italic") drawn = <em>{drawn}</em>;
    else if (type === "strike") drawn = <s>{drawn}</s>;
    else if (type === "underline") drawn = <u>{drawn}</u>;
    else if (type === "code") drawn = <code>{drawn}</code>;
    else if (type === "link" && isSafeHref(attrs?.href)) drawn = <a href={attrs.href}>{drawn}</a>;
  }
  return drawn;
}

function StillPicture({ attrs, incidentRef }: { attrs: Record<string, unknown>; incidentRef: string }) {
  if (typeof attrs.id !== "string" || !/^[\da-f-]{36}$/.test(attrs.id)) return null;
  const size = typeof attrs.width === "number" && typeof attrs.height === "number" ? { width: attrs.width, height: attrs.height } : {};
  return (
    <figure>
      <img src={paths.attachment(incidentRef, attrs.id)} alt={String(attrs.alt ?? "")} {...size} />
      {attrs.alt ? <figcaption>{String(attrs.alt)}</figcaption> : null}
    </figure>
  );
}
