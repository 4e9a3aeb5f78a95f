import type { Service } from "@/lib/services/schema";

const service = (id: string, name: string, tier: number, team: string, description: string): Service => ({
  id,
  name,
  description,
  tier,
  team: { id: "example", name: team },
  runbookUrl: null,
  repositoryUrl: null,
  dependsOn: [],
  dependents: [],
  archivedAt: null,
  version: 1,
});

/** What an empty list teaches with. */
export const SERVICE_EXAMPLE: readonly Service[] = [
  service("1", "Checkout", 1, "Payments", "Takes the basket to a paid order. Needs the payment gateway and the order queue."),
  service("2", "Price import", 3, "Catalogue", "Reads prices from the suppliers, every night at two."),
];
