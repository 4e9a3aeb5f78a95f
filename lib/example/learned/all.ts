import type { ExampleLearned } from "./schema";
import type { IncidentKey } from "../schema";
import { checkoutPool } from "./01-checkout-pool";
import { handheldCertificate } from "./02-handheld-certificate";
import { retroDepositRounding } from "./03-retro-deposit-rounding";
import { cardProcessor } from "./04-card-processor";
import { resolverMorning } from "./05-resolver-morning";
import { priceImportOverlap } from "./06-price-import-overlap";
import { nearMissRenewal } from "./07-near-miss-renewal";
import { substitutionsFlag } from "./09-substitutions-flag";
import { slotsPool } from "./10-slots-pool";
import { offSwitchDrill } from "./11-off-switch-drill";
import { dropColumn } from "./12-drop-column";
import { repeatedTexts } from "./13-repeated-texts";
import { exportLink } from "./14-export-link";
import { poolDrill } from "./15-pool-drill";
import { flagDefault } from "./16-flag-default";
import { retroTruncatedBackups } from "./17-retro-truncated-backups";
import { pinnedIntermediate } from "./18-pinned-intermediate";
import { routeCutOff } from "./19-route-cut-off";
import { queuedScans } from "./20-queued-scans";
import { sessionEviction } from "./21-session-eviction";
import { clockChangeNight } from "./23-clock-change-night";
import { clockChangeDrill } from "./24-clock-change-drill";
import { oldMapTiles } from "./25-old-map-tiles";
import { reservingHangs } from "./26-reserving-hangs";

/** What was found about the incidents of the history, and what followed. Nothing was found about the one that was declined, nor beside the one that was merged. */
export const LEARNED: Partial<Record<IncidentKey, ExampleLearned>> = {
  "checkout-pool": checkoutPool,
  "handheld-certificate": handheldCertificate,
  "retro-deposit-rounding": retroDepositRounding,
  "card-processor": cardProcessor,
  "resolver-morning": resolverMorning,
  "price-import-overlap": priceImportOverlap,
  "near-miss-renewal": nearMissRenewal,
  "substitutions-flag": substitutionsFlag,
  "slots-pool": slotsPool,
  "off-switch-drill": offSwitchDrill,
  "drop-column": dropColumn,
  "repeated-texts": repeatedTexts,
  "export-link": exportLink,
  "pool-drill": poolDrill,
  "flag-default": flagDefault,
  "retro-truncated-backups": retroTruncatedBackups,
  "pinned-intermediate": pinnedIntermediate,
  "route-cut-off": routeCutOff,
  "queued-scans": queuedScans,
  "session-eviction": sessionEviction,
  "clock-change-night": clockChangeNight,
  "clock-change-drill": clockChangeDrill,
  "old-map-tiles": oldMapTiles,
  "reserving-hangs": reservingHangs,
};
