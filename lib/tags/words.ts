import type { FactorGroup } from "../factors/words";

/** The tags that Candor comes with; the migration has them too, and a test holds the two equal. */
export const SHIPPED_TAGS = {
  code: [
    "logic bug",
    "unhandled edge case",
    "regression",
    "race",
    "resource leak",
    "slow query",
    "contract change",
    "dependency upgrade",
    "data or schema migration",
    "missing timeout or retry limit",
    "time or encoding",
  ],
  infrastructure: [
    "capacity or limit reached",
    "hardware or node loss",
    "network or DNS",
    "certificate expiry",
    "data store",
    "queue or cache",
    "cloud provider",
    "autoscaling",
    "single point of failure",
    "backup or restore",
  ],
  environment: [
    "configuration drift",
    "secret or variable missing",
    "staging differs from production",
    "flag state",
    "permissions",
    "clock or region",
    "build or deploy pipeline",
  ],
  unusual_behaviour: ["traffic spike", "new usage pattern", "bot or abuse", "bad input data", "batch overlap", "cascading retries"],
  safety_net: ["no alert or late", "alert noise", "misleading dashboard", "no off-switch", "test gap", "review gap", "runbook missing or outdated"],
  organisation: ["access wider than needed", "ownership unclear", "knowledge in one person", "handover", "competing goals", "known hazard"],
} as const satisfies Record<FactorGroup, readonly string[]>;
export type ShippedTag = (typeof SHIPPED_TAGS)[FactorGroup][number];
