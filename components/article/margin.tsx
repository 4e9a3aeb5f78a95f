import type { ReactNode } from "react";
import { HELD_WORDS, OPEN_ACTIONS } from "../../lib/actions/words";
import type { ActionsToday, Blocks } from "../../lib/blocks/schema";
import { shortDate } from "../../lib/dates";
import { paths } from "../../lib/paths";
import type { VersionRow } from "../../lib/postmortems/schema";

interface Props {
  incidentRef: string;
  version: VersionRow;
  versions: readonly VersionRow[];
  blocks: Blocks;
  today: ActionsToday;
}

/** In the margin: whether it held, what came of the action items, the versions, and the ways to take it along. */
export function Margin({ incidentRef, version, versions, blocks, today }: Props) {
  const items = blocks.actions ?? [];
  const now = items.flatMap(({ id }) => today[id] ?? []);
  const held = now.flatMap((item) => item.held.filter(({ answer }) => answer !== null).map((one) => ({ ...one, item })));
  const done = now.filter(({ status }) => status === "done").length;
  const open = now.filter(({ status }) => OPEN_ACTIONS.includes(status)).length;
  return (
    <aside aria-label="Beside the article" className="space-y-7 text-13 text-soft leading-[1.5]">
      {held.length ? (
        <Note title="Did it hold?">
          <ul className="space-y-2.5">
            {held.map(({ item, incidentRef: ref, answer, note }) => (
              <li key={`${item.id} ${ref}`} className="isolate-text [overflow-wrap:anywhere]">
                {HELD_WORDS[answer!]} in{" "}
                <a href={paths.incident(ref)} className="link whitespace-nowrap font-mono">
                  {ref}
                </a>{" "}
                (
                <a href={paths.action(item.ref)} className="link whitespace-nowrap font-mono">
                  {item.ref}
                </a>
                ){note ? `. ${note}` : "."}
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {now.length ? (
        <Note title="What followed">
          <p>
            Today {done} of {now.length} action {now.length === 1 ? "item is" : "items are"} done{open ? `, ${open} open` : ""}.
          </p>
        </Note>
      ) : null}
      <Note title="Versions">
        <ol className="space-y-1.5">
          {versions.map((one) => (
            <li key={one.n}>
              {one.n === version.n ? (
                <span aria-current="page" className="font-[550] text-ink">
                  Version {one.n}
                </span>
              ) : (
                <a href={paths.postmortem(incidentRef, { version: one.n })} className="link">
                  Version {one.n}
                </a>
              )}
              , {shortDate(one.publishedAt, version.zone)}
              {one.n > 1 ? (
                <>
                  {" · "}
                  <a href={paths.compare(incidentRef, one.n - 1, one.n)} className="link whitespace-nowrap">
                    what changed<span className="sr-only"> in version {one.n}</span>
                  </a>
                </>
              ) : null}
              {one.note ? <span className="isolate-text block [overflow-wrap:anywhere]">{one.note}</span> : null}
            </li>
          ))}
        </ol>
      </Note>
      <Note title="Take it along">
        <p>
          <a href={paths.exportOf(incidentRef, "md", version.n)} download className="link">
            Markdown
          </a>
          {", "}
          <a href={paths.exportOf(incidentRef, "html", version.n)} download className="link">
            one HTML file
          </a>
          {", "}
          <a href={paths.exportOf(incidentRef, "json", version.n)} download className="link">
            JSON
          </a>
          . Printed, or saved as PDF, it is set as an article.
        </p>
      </Note>
    </aside>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 font-[550] text-ink">{title}</h2>
      {children}
    </section>
  );
}
