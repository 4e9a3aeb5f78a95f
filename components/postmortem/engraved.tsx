/** So many curves make a rosette, as they are engraved on a bank note. */
const CURVES = 30;
const ANGLES = Array.from({ length: CURVES }, (_, at) => (at * 180) / CURVES);

/** A badge that looks engraved: it is given to a post-mortem that went out, and to nobody's rank. */
export function Engraved({ incidentRef, version }: { incidentRef: string; version: number }) {
  return (
    <svg
      viewBox="-100 -100 200 200"
      role="img"
      aria-label={`${incidentRef}, version ${version}`}
      className="mx-auto size-40 animate-[settle_420ms_var(--ease-out)]"
    >
      <g fill="none" stroke="var(--learned)" strokeWidth="0.55" opacity="0.75">
        {ANGLES.map((angle) => (
          <ellipse key={angle} rx="92" ry="52" transform={`rotate(${angle})`} />
        ))}
      </g>
      <circle r="97" fill="none" stroke="var(--learned)" strokeWidth="1.2" />
      <circle r="93.5" fill="none" stroke="var(--learned)" strokeWidth="0.5" />
      <circle r="51" fill="var(--surface)" stroke="var(--learned)" strokeWidth="1.2" />
      <circle r="47.5" fill="none" stroke="var(--learned)" strokeWidth="0.5" strokeDasharray="0.5 2" strokeLinecap="round" />
      <text y="-2" textAnchor="middle" className="fill-ink font-semibold font-serif" fontSize="17" letterSpacing="0.2">
        {incidentRef}
      </text>
      <line x1="-17" x2="17" y1="6.5" y2="6.5" stroke="var(--learned)" strokeWidth="0.6" />
      <text y="20" textAnchor="middle" className="fill-(--ink-soft) font-sans" fontSize="9.5" letterSpacing="0.6">
        version {version}
      </text>
    </svg>
  );
}
