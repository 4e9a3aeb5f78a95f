import type { Team } from "@/lib/teams/schema";

const person = (id: string, name: string) => ({ id, name, avatarUrl: null, role: "member" as const });

/** What an empty list teaches with. */
export const TEAM_EXAMPLE: readonly Team[] = [
  {
    id: "1",
    name: "Payments",
    description: "Money in, money back. On call from eight to eight.",
    members: [
      { person: person("1", "Ada Byron"), role: "lead" },
      { person: person("2", "Joan Clarke"), role: "member" },
    ],
    services: [
      { id: "1", name: "Checkout" },
      { id: "2", name: "Ledger" },
    ],
    version: 1,
    can: [],
  },
];
