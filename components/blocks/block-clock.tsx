import clsx from "clsx";
import { clock } from "../../lib/dates";
import { paths } from "../../lib/paths";
import { timeTip } from "../times/time";

interface Props {
  at: string;
  zone: string;
  since: string | null;
  incidentRef: string;
  /** Where it leads. */
  entryId?: string | undefined;
  approximate?: boolean;
  strong?: boolean;
}

/** The clock at the left of a row; it leads to the entry in the room. */
export function BlockClock({ at, zone, since, incidentRef, entryId, approximate, strong }: Props) {
  const look = clsx("justify-self-end rounded-sm text-13 leading-5 tabular-nums", strong ? "font-bold text-ink" : "text-soft");
  const shown = (
    <>
      {approximate ? (
        <>
          <span aria-hidden="true">~</span>
          <span className="sr-only">about </span>
        </>
      ) : null}
      <time dateTime={at}>{clock(at, zone)}</time>
    </>
  );
  const tip = timeTip(at, zone, since ? { at: since, what: "impact began" } : null);
  return entryId ? (
    <a href={paths.entry(incidentRef, entryId)} data-tip={tip} className={clsx(look, "hover:text-ink hover:underline")}>
      {shown}
    </a>
  ) : (
    <span data-tip={tip} className={look}>
      {shown}
    </span>
  );
}
