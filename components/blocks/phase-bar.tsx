import clsx from "clsx";
import { duration, millis } from "../../lib/dates";
import type { SharedIncident } from "../../lib/incidents/schema";
import { stripOf } from "../incidents/strip-phases";

type Ink = "unseen" | "hurt" | "known" | "heal";
const INK: Record<Ink, string> = { unseen: "bg-unseen", hurt: "bg-hurt", known: "bg-hurt opacity-70", heal: "bg-heal" };
/** On paper without colours each phase keeps a shape of its own. */
const SHAPE = { unseen: "h-2", hurt: "h-3.5", known: "h-3.5", heal: "h-1" };
const WORDS = { unseen: "not seen yet", hurt: "hurt", known: "hurt, and known why", heal: "healed" };

/** The time rail laid down over the whole width: nobody knew, it hurt, one knew why, it healed. */
export function PhaseBar({ incident }: { incident: SharedIncident }) {
  const strip = stripOf(incident, millis(incident.updatedAt));
  const start = millis(incident.startedAt ?? incident.detectedAt ?? incident.declaredAt);
  const identified = incident.identifiedAt ? (millis(incident.identifiedAt) - start) / 1000 : null;
  let from = 0;
  const parts = strip.phases.flatMap(({ kind, seconds }): { kind: Ink; seconds: number }[] => {
    const before = from;
    from += seconds;
    if (kind !== "hurt" || identified === null || identified <= before || identified >= from) return [{ kind, seconds }];
    return [
      { kind: "hurt", seconds: identified - before },
      { kind: "known", seconds: from - identified },
    ];
  });
  if (parts.length === 0) return null;
  return (
    <div role="img" aria-label={strip.words} className="flex h-3.5 items-end gap-px" data-tip={strip.words}>
      {parts.map(({ kind, seconds }) => (
        <span
          key={kind}
          data-graphic
          data-tip={`${duration(seconds)} ${WORDS[kind]}`}
          className={clsx("min-w-1", INK[kind], SHAPE[kind])}
          style={{ flexGrow: seconds, flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
