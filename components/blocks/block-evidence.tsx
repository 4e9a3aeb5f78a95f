import type { Blocks } from "../../lib/blocks/schema";
import { clock } from "../../lib/dates";
import { evidenceKey } from "../../lib/factors/rules";
import type { Evidence } from "../../lib/factors/schema";
import { paths } from "../../lib/paths";

interface Props {
  evidence: readonly Evidence[];
  known: NonNullable<Blocks["evidence"]>;
  incidentRef: string;
  zone: string;
}

const MOST = 96;
const short = (words: string) => (words.length > MOST ? `${words.slice(0, MOST).replace(/\s+\S*$/, "")} …` : words);

/** What a factor stands on: entries, changes, lines of them, and links. */
export function BlockEvidence({ evidence, known, incidentRef, zone }: Props) {
  const wordsOf = (one: Evidence): string => {
    if (one.kind === "url") return one.label ?? one.url!.replace(/^https?:\/\//, "");
    const found = known[`${one.kind}:${one.id}`];
    const words = one.label ?? (found ? short(found.words) : one.kind === "entry" ? "an entry of the timeline" : "a change");
    return found ? `${clock(found.at, zone)} ${words}` : words;
  };
  return (
    <ul className="mt-1 text-13 text-soft">
      {evidence.map((one) => {
        const href = hrefOf(one, incidentRef);
        const place = one.file ? <span className="font-mono text-12"> {`${one.file}${one.line ? `:${one.line}` : ""}`}</span> : null;
        return (
          <li key={evidenceKey(one)} className="isolate-text pl-3.5 -indent-3.5 [overflow-wrap:anywhere] before:mr-1.5 before:content-['–']">
            <a href={href} className="link" {...(one.kind === "url" ? { target: "_blank", rel: "noreferrer noopener nofollow" } : {})}>
              {wordsOf(one)}
            </a>
            {place}
          </li>
        );
      })}
    </ul>
  );
}

function hrefOf({ kind, id, url, line }: Evidence, incidentRef: string): string {
  if (kind === "url") return url!;
  if (kind === "entry") return paths.entry(incidentRef, id!);
  return line ? paths.changeLine(incidentRef, id!, line) : paths.incidentChanges(incidentRef, id!);
}
