import type { ExamplePerson, ExampleService, ExampleTeam, PersonKey, ServiceKey, TeamKey } from "./schema";

/**
 * Marrowfield: groceries to the door, from three depots (Aldermoor, Brinscombe, Colney Reach) to some ninety thousand households.
 * The company, its people and its suppliers (Brackenpay, Larkwire, Wayleaf, Fernroute) are invented. Its clocks are London's; its timelines are UTC.
 */

const teams: Record<TeamKey, Omit<ExampleTeam, "key">> = {
  storefront: { name: "Storefront & Care" },
  orders: { name: "Orders & Payments" },
  depots: { name: "Depots & Stock" },
  delivery: { name: "Slots & Delivery" },
  platform: { name: "Platform" },
};

const people: Record<PersonKey, Omit<ExamplePerson, "key">> = {
  amina: { name: "Amina Diallo", email: "amina.diallo@example.com", teams: [{ team: "platform", role: "lead" }] },
  tomasz: { name: "Tomasz Wierzba", email: "tomasz.wierzba@example.com", teams: [{ team: "platform", role: "member" }] },
  keala: { name: "Keala Nakoa", email: "keala.nakoa@example.com", teams: [{ team: "platform", role: "member" }] },
  ngozi: { name: "Ngozi Eze", email: "ngozi.eze@example.com", teams: [{ team: "orders", role: "lead" }] },
  hiroshi: { name: "Hiroshi Tanabe", email: "hiroshi.tanabe@example.com", teams: [{ team: "orders", role: "member" }] },
  lucia: { name: "Lucía Ferrer", email: "lucia.ferrer@example.com", teams: [{ team: "orders", role: "member" }] },
  meera: { name: "Meera Raghunathan", email: "meera.raghunathan@example.com", teams: [{ team: "storefront", role: "lead" }] },
  oskar: { name: "Oskar Lindqvist", email: "oskar.lindqvist@example.com", teams: [{ team: "storefront", role: "member" }] },
  bronagh: { name: "Bronagh Keane", email: "bronagh.keane@example.com", teams: [{ team: "storefront", role: "member" }] },
  farid: { name: "Farid Haddad", email: "farid.haddad@example.com", teams: [{ team: "depots", role: "lead" }] },
  weiling: { name: "Chua Wei Ling", email: "weiling.chua@example.com", teams: [{ team: "depots", role: "member" }] },
  rahel: { name: "Rahel Tesfaye", email: "rahel.tesfaye@example.com", teams: [{ team: "depots", role: "member" }] },
  pita: { name: "Pita Tamihana", email: "pita.tamihana@example.com", teams: [{ team: "delivery", role: "lead" }] },
  yusuf: {
    name: "Yusuf Demir",
    email: "yusuf.demir@example.com",
    teams: [
      { team: "delivery", role: "member" },
      { team: "platform", role: "member" },
    ],
  },
  anneke: { name: "Anneke de Wit", email: "anneke.dewit@example.com", teams: [{ team: "delivery", role: "member" }] },
};

const links = (slug: string) => ({ runbookUrl: `https://runbooks.example.com/${slug}`, repositoryUrl: `https://git.example.com/marrowfield/${slug}` }) as const;

const services: Record<ServiceKey, Omit<ExampleService, "key">> = {
  gateway: {
    name: "Edge gateway",
    team: "platform",
    tier: 1,
    description: "Everything from outside enters here: TLS, routing, rate limits. Two regions behind Fernroute DNS.",
    ...links("edge-gateway"),
    dependsOn: [],
  },
  identity: {
    name: "Sign-in",
    team: "platform",
    tier: 1,
    description: "Accounts and sessions for customers, pickers and drivers. Sessions live in a Redis of their own.",
    ...links("sign-in"),
    dependsOn: ["databases", "messages"],
  },
  databases: {
    name: "Databases",
    team: "platform",
    tier: 1,
    description: "The PostgreSQL clusters `commerce` and `ledger`, their PgBouncer poolers, replicas and backups.",
    ...links("databases"),
    dependsOn: [],
  },
  nightly: {
    name: "Nightly jobs",
    team: "platform",
    tier: 3,
    description: "The scheduler for everything that runs while the shop is quiet: price import, standing orders, route planning, exports.",
    ...links("nightly"),
    dependsOn: ["databases"],
  },
  shop: {
    name: "Shop",
    team: "storefront",
    tier: 1,
    description: "The web shop and the customers' app: browsing, basket, checkout, account pages.",
    ...links("shop"),
    dependsOn: ["gateway", "identity", "catalogue", "orders", "slots"],
  },
  catalogue: {
    name: "Catalogue & prices",
    team: "storefront",
    tier: 2,
    description: "What we sell, what it costs and what may stand in for it. Prices arrive from the buyers' files every night.",
    ...links("catalogue"),
    dependsOn: ["databases", "stock", "nightly"],
  },
  orders: {
    name: "Orders",
    team: "orders",
    tier: 1,
    description: "From basket to paid order, changes until the cut-off, standing orders, refunds.",
    ...links("orders"),
    dependsOn: ["databases", "payments", "slots", "stock", "messages"],
  },
  payments: {
    name: "Payments",
    team: "orders",
    tier: 1,
    description: "Authorises at checkout, captures at the door. Speaks to the card processor Brackenpay.",
    ...links("payments"),
    dependsOn: ["databases", "gateway"],
  },
  stock: {
    name: "Stock ledger",
    team: "depots",
    tier: 1,
    description: "What lies on which shelf of which depot: an append-only ledger of receipts, reservations, picks and counts.",
    ...links("stock-ledger"),
    dependsOn: ["databases"],
  },
  picking: {
    name: "Picking",
    team: "depots",
    tier: 1,
    description: "Pick lists and the handhelds on the depot floor. Handhelds sign on with client certificates and queue scans when Wi-Fi drops.",
    ...links("picking"),
    dependsOn: ["gateway", "identity", "stock", "orders"],
  },
  slots: {
    name: "Delivery slots",
    team: "delivery",
    tier: 1,
    description: "Which hours can be promised to which postcode, and the hold on a slot while someone checks out.",
    ...links("slots"),
    dependsOn: ["databases", "routes"],
  },
  routes: {
    name: "Route planner",
    team: "delivery",
    tier: 2,
    description: "Plans the vans of the next day after the cut-off at 22:00, and again at noon for the evening round.",
    ...links("route-planner"),
    dependsOn: ["databases", "nightly"],
  },
  driver: {
    name: "Driver app",
    team: "delivery",
    tier: 2,
    description: "The round on a driver's phone: stops, maps from Wayleaf, signatures, payment at the door.",
    ...links("driver-app"),
    dependsOn: ["gateway", "identity", "routes", "payments"],
  },
  messages: {
    name: "Customer messages",
    team: "orders",
    tier: 3,
    description: "Mail, texts (through Larkwire) and push: confirmations, substitutions, “your driver is near”.",
    ...links("customer-messages"),
    dependsOn: ["databases", "gateway"],
  },
};

const keyed = <Key extends string, Facts>(facts: Record<Key, Facts>) =>
  Object.entries(facts).map(([key, value]) => ({ key, ...(value as Facts) })) as ({ key: Key } & Facts)[];

export const TEAMS: readonly ExampleTeam[] = keyed(teams);
export const PEOPLE: readonly ExamplePerson[] = keyed(people);
export const SERVICES: readonly ExampleService[] = keyed(services);
