import { checkoutPool } from "./incidents/01-checkout-pool";
import { handheldCertificate } from "./incidents/02-handheld-certificate";
import { retroDepositRounding } from "./incidents/03-retro-deposit-rounding";
import { cardProcessor } from "./incidents/04-card-processor";
import { resolverMorning } from "./incidents/05-resolver-morning";
import { priceImportOverlap } from "./incidents/06-price-import-overlap";
import { nearMissRenewal } from "./incidents/07-near-miss-renewal";
import { slowShop } from "./incidents/08-slow-shop";
import { substitutionsFlag } from "./incidents/09-substitutions-flag";
import { slotsPool } from "./incidents/10-slots-pool";
import { offSwitchDrill } from "./incidents/11-off-switch-drill";
import { dropColumn } from "./incidents/12-drop-column";
import { repeatedTexts } from "./incidents/13-repeated-texts";
import { exportLink } from "./incidents/14-export-link";
import { poolDrill } from "./incidents/15-pool-drill";
import { flagDefault } from "./incidents/16-flag-default";
import { retroTruncatedBackups } from "./incidents/17-retro-truncated-backups";
import { pinnedIntermediate } from "./incidents/18-pinned-intermediate";
import { routeCutOff } from "./incidents/19-route-cut-off";
import { queuedScans } from "./incidents/20-queued-scans";
import { sessionEviction } from "./incidents/21-session-eviction";
import { signInAgain } from "./incidents/22-sign-in-again";
import { clockChangeNight } from "./incidents/23-clock-change-night";
import { clockChangeDrill } from "./incidents/24-clock-change-drill";
import { oldMapTiles } from "./incidents/25-old-map-tiles";
import { reservingHangs } from "./incidents/26-reserving-hangs";
import type { ExampleIncident } from "./schema";

export { PEOPLE, SERVICES, TEAMS } from "./company";

/** A year at Marrowfield, as it was written down. `inOrder` of `rules.ts` puts it on the calendar of whoever loads it. */
export const HISTORY: readonly ExampleIncident[] = [
  checkoutPool,
  handheldCertificate,
  retroDepositRounding,
  cardProcessor,
  resolverMorning,
  priceImportOverlap,
  nearMissRenewal,
  slowShop,
  substitutionsFlag,
  slotsPool,
  offSwitchDrill,
  dropColumn,
  repeatedTexts,
  exportLink,
  poolDrill,
  flagDefault,
  retroTruncatedBackups,
  pinnedIntermediate,
  routeCutOff,
  queuedScans,
  sessionEviction,
  signInAgain,
  clockChangeNight,
  clockChangeDrill,
  oldMapTiles,
  reservingHangs,
];
