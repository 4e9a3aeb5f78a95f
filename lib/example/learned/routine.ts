import type { ChangeKind } from "../../changes/words";
import { SERVICES } from "../company";
import type { ExampleRoutine } from "./schema";
import type { Clock, ServiceKey } from "../schema";
import { GATEWAY_HEADERS, HOLD_INDEX, LARGER_PAGE, POOL_NAMES, QUIET_LOG } from "./routine-diffs";

/** The changes of ordinary days: two months of work in which nothing went wrong, and the last day, in which something did. */

type Made = Omit<ExampleRoutine, "daysAgo" | "at" | "minutesAgo">;
type More = Partial<Pick<Made, "before" | "after" | "actor" | "environment" | "url" | "diff">>;

/** What a release of each service is called. */
const RELEASES: Partial<Record<ServiceKey, string>> = { stock: "ledger", identity: "sign-in" };
const repositoryOf = (key: ServiceKey) => SERVICES.find((service) => service.key === key)!.repositoryUrl;

function deploy(service: ServiceKey, number: number, summary: string, more: More = {}): Made {
  const name = RELEASES[service] ?? service;
  const [before, after] = [`${name}-${number - 1}`, `${name}-${number}`];
  const url = `${repositoryOf(service)}/-/compare/${before}...${after}` as const;
  return { kind: "deploy", service, summary: `${name}: ${summary}`, actor: "Deploys", before, after, url, ...more };
}

const of =
  (kind: ChangeKind, actor: string) =>
  (service: ServiceKey | null, summary: string, before?: string, after?: string, more: More = {}): Made => ({
    kind,
    service,
    summary,
    actor,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...more,
  });
const config = of("config", "Deploys");
const flag = of("flag", "Flags");
const machine = of("infrastructure", "Cloud console");
const library = of("dependency", "Deploys");
const migration = of("migration", "Deploys");
const access = of("access", "Platform, on request");
const outside = of("external", "Supplier");
const traffic = of("traffic", "Autoscaler");

const day = (daysAgo: number, made: Partial<Record<Clock, Made>>): ExampleRoutine[] =>
  Object.entries(made).map(([at, change]) => ({ daysAgo, at: at as Clock, ...change! }));
/** Counted from the moment of loading, so that they lie before the fire that burns at that moment, whatever the clock says. */
const lately = (made: Record<number, Made>): ExampleRoutine[] =>
  Object.entries(made).map(([minutesAgo, change]) => ({ minutesAgo: Number(minutesAgo), ...change }));

export const ROUTINE: readonly ExampleRoutine[] = [
  day(60, {
    "09:20": deploy("shop", 4435, "the basket says what is missing for free delivery"),
    "14:05": deploy("orders", 3437, "vouchers show their end date"),
  }),
  day(59, {
    "10:10": library("catalogue", "catalogue: csv reader 2.8", "2.7.1", "2.8.0"),
    "15:40": deploy("slots", 2326, "evening slots come last in the list"),
  }),
  day(58, {
    "08:55": config("nightly", "nightly: newsletter gets an hour more", "limit: 2h", "limit: 3h"),
    "11:30": deploy("messages", 640, "the door code is left out of push"),
  }),
  day(57, { "13:15": deploy("picking", 716, "bread is picked last"), "16:00": machine("databases", "ledger: replica 2 on a larger disk", "500 GB", "800 GB") }),
  day(56, {
    "09:45": flag("shop", "recipe-links for one basket in ten", "0 %", "10 %"),
    "10:30": deploy("payments", 985, "refunds name the order on the bank's line"),
  }),
  day(55, { "14:20": deploy("catalogue", 1337, "units per kilo for loose fruit") }),
  day(54, {
    "09:00": access("databases", "Two new colleagues of Orders may read the replica"),
    "11:50": deploy("orders", 3446, "a standing order can skip one week"),
  }),
  day(53, { "10:05": deploy("gateway", 402, "answers name the request they belong to"), "15:10": flag("shop", "recipe-links for half", "10 %", "50 %") }),
  day(52, {
    "13:00": library("driver", "driver-app: signature pad 4.2", "4.1.3", "4.2.0"),
    "16:45": deploy("stock", 849, "counts of chilled goods keep the minute"),
  }),
  day(51, {
    "09:30": deploy("slots", 2334, "holidays of Colney Reach"),
    "11:15": config("catalogue", "catalogue: search waits 400 ms for the index and no longer", "800 ms", "400 ms"),
  }),
  day(50, {
    "14:40": deploy("identity", 497, "codes by push before codes by text"),
    "15:55": migration("orders", "orders: index on refunds by day", "0181", "0182"),
  }),
  day(49, {
    "10:20": deploy("shop", 4449, "larger letters on the checkout's last step"),
    "12:30": outside("messages", "Larkwire: new prices for texts abroad", undefined, undefined, { actor: "Larkwire" }),
  }),
  day(48, {
    "09:10": machine("gateway", "gateway: third node in region B", "2 nodes", "3 nodes"),
    "13:45": deploy("routes", 1167, "rounds over eight hours are split"),
  }),
  day(47, { "11:00": deploy("orders", 3455, "the invoice names each deposit"), "16:20": flag("orders", "split-vouchers on", "50 %", "100 %") }),
  day(46, {
    "09:50": deploy("messages", 646, "mails are written in the customer's language, three of them"),
    "14:15": deploy("picking", 721, "a substitute needs a reason"),
  }),
  day(45, {
    "10:40": config("payments", "payments: amounts above £400 are asked for again", "£500", "£400"),
    "15:30": library("shop", "shop: image library 5.1", "5.0.4", "5.1.0"),
  }),
  day(44, { "08:45": deploy("catalogue", 1346, "allergens are shown before the price") }),
  day(43, { "13:20": deploy("slots", 2343, "a hold says when it ends"), "15:00": access("routes", "Planner's role: two people of Depots may read plans") }),
  day(42, {
    "09:25": deploy("shop", 4458, "photographs are half as heavy"),
    "11:35": machine("databases", "commerce: minor release, replica by replica", "17.4", "17.5"),
  }),
  day(41, { "10:15": deploy("orders", 3463, "the cut-off is shown as a clock"), "16:10": deploy("identity", 500, "a driver's session ends with the round") }),
  day(40, {
    "09:05": config("driver", "Remote configuration: photographs at the door are smaller", "117", "118"),
    "14:30": flag("shop", "recipe-links for everybody", "50 %", "100 %"),
  }),
  day(39, {
    "11:20": deploy("routes", 1172, "the school run is avoided at half past three"),
    "13:50": migration("stock", "stock-ledger: movements partitioned by month", "0098", "0099"),
  }),
  day(38, { "10:00": deploy("payments", 994, "a refused card says which of three reasons"), "15:45": deploy("gateway", 406, "robots are told to wait") }),
  day(37, { "09:35": library("orders", "orders: PDF library 3.2", "3.1.8", "3.2.0"), "12:05": deploy("catalogue", 1352, "“seasonal” is a filter") }),
  day(36, {
    "14:00": deploy("slots", 2351, "slots of a closed road are not offered"),
    "16:30": config("nightly", "nightly: exports keep 35 days", "90 days", "35 days"),
  }),
  day(35, {
    "09:15": deploy("shop", 4467, "basket keeps its place when one comes back"),
    "11:10": deploy("picking", 727, "the list is read aloud for those who want"),
  }),
  day(34, {
    "10:25": outside("payments", "Brackenpay: maintenance of their sandbox, two hours", undefined, undefined, { actor: "Brackenpay", environment: "staging" }),
  }),
  day(33, {
    "09:40": deploy("orders", 3474, "a changed order is confirmed once"),
    "13:30": machine("nightly", "nightly: a machine of its own for restores", "shared", "own, 200 GB"),
  }),
  day(32, {
    "08:50": deploy("messages", 653, "“your driver is near” names the driver"),
    "15:20": flag("messages", "near-texts on for Brinscombe too", "two depots", "three depots"),
  }),
  day(31, { "14:45": deploy("identity", 503, "signing in remembers the depot") }),
  day(30, {
    "10:35": deploy("routes", 1178, "vans with a lift go to flats without one"),
    "11:55": config("gateway", "gateway: logs keep the depot", undefined, "field depot"),
  }),
  day(29, {
    "09:20": deploy("slots", 2358, "the calendar opens on the first free day"),
    "16:05": library("picking", "picking: scanner library 7.3", "7.2.2", "7.3.0"),
  }),
  day(28, { "10:50": deploy("catalogue", 1359, "what is nearly out says so"), "13:10": deploy("shop", 4476, "a recipe can be cooked for three") }),
  day(27, {
    "09:00": machine("databases", "ledger: backups of every table are compared at ten", undefined, undefined, { actor: "Platform, by the calendar" }),
    "14:25": deploy("payments", 999, "the terminal's receipt has the stop on it"),
  }),
  day(26, { "11:40": deploy("orders", 3484, "a voucher that ran out is explained"), "15:50": access("orders", "Finance reads exports and no longer tables") }),
  day(25, { "10:10": flag("slots", "slot-hints for one in ten", "0 %", "10 %"), "13:35": deploy("stock", 866, "a count can be undone for five minutes") }),
  day(24, {
    "09:30": deploy("driver", 1204, "the next stop is read aloud", { before: "8.12.4", after: "8.13.0", url: undefined }),
    "12:20": config("routes", "routes: ten minutes a stop in the old town", "8 min", "10 min"),
  }),
  day(23, {
    "14:10": deploy("shop", 4481, "the shop remembers the last postcode"),
    "16:40": migration("catalogue", "catalogue: prices keep who set them", "0143", "0144"),
  }),
  day(22, { "09:55": deploy("gateway", 411, "HTTP/3 for one region"), "11:25": deploy("messages", 657, "a mail that bounces is tried at another hour") }),
  day(21, {
    "10:30": deploy("slots", 2367, "two people of one household see one hold"),
    "15:15": library("identity", "sign-in: passkey library 2.0", "1.9.3", "2.0.1"),
  }),
  day(20, {
    "09:10": deploy("picking", 735, "cold crates are counted at the door"),
    "13:40": config("databases", "commerce: vacuum of hold every ten minutes", "autovacuum", "scale factor 0.02"),
  }),
  day(19, {
    "11:05": deploy("catalogue", 1366, "the buyer's note is kept with the price"),
    "14:55": deploy("orders", 3494, "an order can be given to a neighbour"),
  }),
  day(18, {
    "10:00": flag("orders", "neighbour for Colney Reach", "off", "one depot"),
    "16:15": traffic("shop", "shop: 12 → 16 pods for a bank holiday", "12 pods", "16 pods"),
  }),
  day(16, {
    "09:25": deploy("identity", 507, "a largest size for each key, as a warning first"),
    "14:35": deploy("routes", 1187, "a plan says why a stop is where it is"),
  }),
  day(15, {
    "10:45": deploy("shop", 4492, "the app asks for less at the start"),
    "13:05": machine("identity", "sessions: replica in the other hall", "1 replica", "2 replicas"),
  }),
  day(14, {
    "09:50": deploy("payments", 1005, "a card that is about to end is named a month before"),
    "15:35": config("messages", "messages: quiet from ten at night", "23:00", "22:00"),
  }),
  day(13, { "11:30": deploy("slots", 2376, "a slot that moved is offered again"), "16:00": deploy("stock", 873, "receipts of bread in one step") }),
  day(12, {
    "09:15": library("gateway", "gateway: TLS library 3.5.2", "3.5.1", "3.5.2"),
    "14:20": deploy("catalogue", 1372, "pictures of the back of a packet"),
  }),
  day(11, {
    "10:20": deploy("orders", 3504, "one page for all refunds of a year", { diff: LARGER_PAGE }),
    "12:45": flag("slots", "slot-hints for half", "10 %", "50 %"),
  }),
  day(10, {
    "09:05": deploy("messages", 663, "the second reminder is friendlier than the first"),
    "15:00": access("nightly", "Delivery may start a plan by hand"),
  }),
  day(9, { "10:55": deploy("shop", 4500, "a list can be shared in the family"), "13:25": deploy("picking", 740, "a full crate is heard") }),
  day(8, {
    "09:40": deploy("gateway", 415, "45 seconds are enough, and one try", { diff: GATEWAY_HEADERS }),
    "16:25": machine("databases", "commerce: replica 3 replaced, a disk had begun to count", "disk 3-b", "disk 3-c"),
  }),
  day(7, {
    "11:15": deploy("routes", 1192, "noon plan starts from where the vans are"),
    "14:50": outside("driver", "Wayleaf: notes on version 6 of their offline library", undefined, undefined, { actor: "Wayleaf" }),
  }),
  day(6, {
    "09:30": migration("slots", "slots: index on the end of a hold", "0060", "0061", { diff: HOLD_INDEX }),
    "13:50": deploy("identity", 511, "a largest size for each key, refused from now on in staging"),
  }),
  day(5, {
    "10:10": deploy("catalogue", 1379, "prices per portion"),
    "15:40": deploy("messages", 667, "less in the log, and what is there is read", { diff: QUIET_LOG }),
  }),
  day(4, {
    "09:20": deploy("orders", 3515, "a gift has its own paper"),
    "11:45": config("payments", "payments: the door may take £150 without a code", "£100", "£150"),
    "16:10": deploy("slots", 2386, "holds are counted by depot"),
  }),
  day(3, { "10:00": deploy("stock", 880, "yoghurt has three shelves"), "14:30": deploy("shop", 4507, "checkout says what it is waiting for") }),
  day(2, {
    "09:10": flag("slots", "slot-hints for everybody", "50 %", "100 %"),
    "11:20": deploy("payments", 1011, "the receipt by mail is there before the van leaves"),
    "15:30": deploy("picking", 743, "glass goes on top"),
  }),
  lately({
    1490: config("databases", "commerce: the pooler names the pod that asks", undefined, "application_name_add_host = 1", { diff: POOL_NAMES }),
    1330: deploy("slots", 2389, "the map of postcodes is read once an hour"),
    1180: library("orders", "orders: HTTP client 6.4", "6.3.1", "6.4.0"),
    1020: deploy("messages", 669, "“your slot is held” says for how long"),
    760: machine("nightly", "nightly: kernel update, one machine after the other", "6.8.0-40", "6.8.0-45", { actor: "Platform, by the calendar" }),
    540: outside("payments", "Brackenpay: announces a maintenance for next week, one in the morning", undefined, undefined, { actor: "Brackenpay" }),
    405: deploy("slots", 2390, "a hold can be made longer once"),
    330: deploy("routes", 1197, "a round is planned with tonight's closed roads"),
    285: access("databases", "Delivery may read pg_stat_activity of its own role"),
    215: flag("orders", "neighbour for all depots", "one depot", "three depots"),
    150: traffic("slots", "slots: 9 → 13 pods for the busy hours", "9 pods", "13 pods"),
    120: deploy("stock", 881, "the count of eggs is by the dozen"),
    104: config("routes", "routes: planner may use four more threads while it plans", "8", "12"),
    35: deploy("catalogue", 1382, "the pear of the month"),
  }),
].flat();
