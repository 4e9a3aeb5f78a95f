import { ageWords } from "../../lib/actions/rules";
import type { Exposed } from "../../lib/exposed/schema";
import { paths } from "../../lib/paths";
import { Ticks } from "../ui/ticks";

interface Props {
  items: readonly Exposed[];
  more?: number;
  /** Opens beside: what is typed here stays. */
  beside?: boolean;
}

/** What past incidents left open: an action item, or a factor that nothing protects from, with its age. */
export function ExposedRows({ items, more = 0, beside }: Props) {
  const opens = beside ? { target: "_blank", rel: "noopener" } : {};
  return (
    <>
      <ul className="space-y-2">
        {items.map(({ actionItem, factor, incidentRef, incidentTitle, days }) => (
          <li key={`${actionItem?.id} ${factor?.id}`}>
            <a
              href={actionItem ? paths.action(actionItem.ref) : paths.incidentFactors(incidentRef, factor?.id)}
              className="isolate-text line-clamp-2 leading-5 [overflow-wrap:anywhere] hover:underline"
              {...opens}
            >
              <Ticks>{actionItem?.title ?? (factor?.why ? `${factor.tag}: ${factor.why}` : factor!.tag)}</Ticks>
              {beside ? <span className="sr-only"> (opens in a new tab)</span> : null}
            </a>
            <span className="block text-13 text-soft" data-tip={incidentTitle}>
              {actionItem ? "Open" : "Unprotected"} since <span className="font-mono">{incidentRef}</span>, {ageWords(days)}
              {days < 1 ? "" : " ago"}
              {actionItem ? ownerWords(actionItem) : ""}
            </span>
          </li>
        ))}
      </ul>
      {more ? <p className="mt-2 text-13 text-soft">and {more >= 100 ? "more than 99" : more} more</p> : null}
    </>
  );
}

const ownerWords = ({ owner, team }: NonNullable<Exposed["actionItem"]>) => (owner || team ? `, with ${owner?.name ?? team?.name}` : ", with nobody yet");
