import { MITIGATION_WORDS, ROLE_WORDS, STATUS_WORDS, type Status } from "../../lib/incidents/words";
import type { Entry } from "../../lib/timeline/schema";
import { duration } from "../../lib/dates";
import { paths } from "../../lib/paths";

/** What a verb's entry says by itself, in front of what its writer added; null for plain entries. */
export function EntryWords({ entry }: { entry: Entry }) {
  const { kind, data } = entry;
  const b = "font-semibold";
  if (kind === "status" && data.to === "merged")
    return (
      <span>
        Merged into{" "}
        <a className="link font-mono text-13" href={paths.incident(data.into ?? "")}>
          {data.into}
        </a>
      </span>
    );
  if (kind === "status")
    return (
      <span>
        Status <span className={b}>{STATUS_WORDS[data.to as Status] ?? data.to}</span>
        {data.mitigation ? <span className="text-soft"> · {MITIGATION_WORDS[data.mitigation]}</span> : null}
        {data.secondsToOff === undefined ? null : <span className="text-soft"> · off in {duration(data.secondsToOff)}</span>}
      </span>
    );
  if (kind === "severity")
    return (
      <span>
        Severity <span className={b}>{data.to}</span>
        {data.from ? <span className="text-soft"> · was {data.from}</span> : null}
      </span>
    );
  if (kind === "role" && data.role) {
    const role = ROLE_WORDS[data.role].toLowerCase();
    const who = <span className={`${b} isolate-text`}>{data.personName}</span>;
    if (data.verb === "left")
      return (
        <span>
          {who} is no longer {role}
        </span>
      );
    if (data.verb === "handed_over") return <span>The lead goes to {who}</span>;
    return (
      <span>
        {who} is {role}
      </span>
    );
  }
  if (kind === "comms" && data.answer) return <span>{data.answer === "on_it" ? <span className={`${b} text-calm`}>On it</span> : "Cannot right now"}</span>;
  if (kind === "comms" && data.callId) return <span className={b}>Called for help</span>;
  return null;
}
