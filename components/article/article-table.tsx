import type { ReactNode } from "react";
import type { DocNode } from "../../lib/documents/schema";
import { textOf } from "../../lib/documents/text";

/** What stands in a cell. */
type Draw = (nodes: readonly DocNode[] | undefined) => ReactNode;

const span = (value: unknown) => (Number(value) > 1 ? Math.min(50, Number(value)) : undefined);

/** A table: its first row is its head where all cells of it are, and stands on every page that it runs over. */
export function ArticleTable({ node, draw }: { node: DocNode; draw: Draw }) {
  const rows = node.content ?? [];
  const hasHead = rows.length > 1 && (rows[0]!.content ?? []).every(({ type }) => type === "tableHeader");
  const body = hasHead ? rows.slice(1) : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <div tabIndex={0} className="my-6 overflow-x-auto print:overflow-visible">
      <table className="w-full border-collapse font-sans text-14 leading-[1.5] [&_p]:my-0 [&_p+p]:mt-1.5">
        {hasHead ? (
          <thead className="border-line border-b-2">
            <Row row={rows[0]!} draw={draw} head />
          </thead>
        ) : null}
        <tbody>
          {body.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <Row key={at} row={row} draw={draw} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, draw, head = false }: { row: DocNode; draw: Draw; head?: boolean }) {
  return (
    <tr className="border-hairline border-b">
      {(row.content ?? []).map(({ type, attrs = {}, content }, at) => {
        const Cell = type === "tableHeader" && (content ?? []).some((node) => textOf(node).trim() !== "") ? "th" : "td";
        return (
          <Cell
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
            key={at}
            scope={Cell === "th" ? (head ? "col" : "row") : undefined}
            colSpan={span(attrs.colspan)}
            rowSpan={span(attrs.rowspan)}
            className="min-w-24 py-2 pr-5 text-left align-top last:pr-0 [th&]:font-[550] [th&]:text-soft"
          >
            {draw(content)}
          </Cell>
        );
      })}
    </tr>
  );
}
