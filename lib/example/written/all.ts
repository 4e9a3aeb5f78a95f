import type { IncidentKey } from "../schema";
import { checkoutPool } from "./01-checkout-pool";
import { handheldCertificate } from "./02-handheld-certificate";
import { retroDepositRounding } from "./03-retro-deposit-rounding";
import { resolverMorning } from "./05-resolver-morning";
import { priceImportOverlap } from "./06-price-import-overlap";
import { substitutionsFlag } from "./09-substitutions-flag";
import { slotsPool } from "./10-slots-pool";
import { exportLink } from "./14-export-link";
import { sessionEviction } from "./21-session-eviction";
import { clockChangeNight } from "./23-clock-change-night";
import type { ExampleNotRequired, ExampleWritten } from "./schema";

/** What was written together: published, but for one that waits for its readers. */
export const WRITTEN: Partial<Record<IncidentKey, ExampleWritten>> = {
  "checkout-pool": checkoutPool,
  "handheld-certificate": handheldCertificate,
  "retro-deposit-rounding": retroDepositRounding,
  "resolver-morning": resolverMorning,
  "price-import-overlap": priceImportOverlap,
  "substitutions-flag": substitutionsFlag,
  "slots-pool": slotsPool,
  "export-link": exportLink,
  "session-eviction": sessionEviction,
  "clock-change-night": clockChangeNight,
};

export const NOT_REQUIRED: Partial<Record<IncidentKey, ExampleNotRequired>> = {
  "slow-shop": {
    by: "oskar",
    at: [1, "10:05"],
    reason: "one probe measured its own uplink and no customer felt anything. what there was to learn, two probes must agree, is in the room and done.",
  },
};
