import { tierHint } from "@/lib/services/words";

/** How much stands on a service, as four steps that fill up, with its word. */
export function Tier({ tier }: { tier: number | null }) {
  if (tier === null) return null;
  const hint = tierHint(tier);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-13 text-soft" data-tip={hint}>
      <svg viewBox="0 0 16 12" className="h-3 w-4 shrink-0" aria-hidden="true" data-graphic>
        {[4, 3, 2, 1].map((step, at) => (
          <rect key={step} x={at * 4.2} y={9 - at * 3} width="3" height={3 + at * 3} rx="0.6" fill="currentColor" opacity={step >= tier ? 1 : 0.25} />
        ))}
      </svg>
      Tier {tier}
      <span className="sr-only">: {hint}</span>
    </span>
  );
}
