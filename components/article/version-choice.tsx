import { shortDate } from "../../lib/dates";
import { paths } from "../../lib/paths";
import type { VersionRow } from "../../lib/postmortems/schema";
import { buttonStyle } from "../ui/button-style";

interface Props {
  incidentRef: string;
  versions: readonly VersionRow[];
  from: number;
  to: number | null;
}

const SELECT = "h-9 rounded-md border border-edge bg-raised px-2.5 text-14 text-ink";

/** Which two are compared: a plain form, so that it works without a script. */
export function VersionChoice({ incidentRef, versions, from, to }: Props) {
  const option = ({ n, publishedAt, zone }: VersionRow) => (
    <option key={n} value={n}>
      Version {n}, {shortDate(publishedAt, zone)}
    </option>
  );
  return (
    <form action={paths.postmortem(incidentRef).concat("/compare")} data-no-print className="mt-4 flex flex-wrap items-end gap-3 text-13">
      <label className="grid gap-1 text-soft">
        From
        <select name="from" defaultValue={from} className={SELECT}>
          {versions.map(option)}
        </select>
      </label>
      <label className="grid gap-1 text-soft">
        To
        <select name="to" defaultValue={to ?? ""} className={SELECT}>
          <option value="">The draft as it stands</option>
          {versions.map(option)}
        </select>
      </label>
      <button type="submit" className={buttonStyle("secondary")}>
        Compare
      </button>
    </form>
  );
}
