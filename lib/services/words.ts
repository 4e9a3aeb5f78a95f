/** How much stands on a service: 1 (everything) to 4. */
export const TIERS = [1, 2, 3, 4] as const;
export type Tier = (typeof TIERS)[number];

export const TIER_HINTS: Record<Tier, string> = {
  1: "Everything stands on it",
  2: "Customers notice within minutes",
  3: "Customers notice within a day",
  4: "Only we notice",
};

export const tierHint = (tier: number): string => TIER_HINTS[tier as Tier] ?? "";
