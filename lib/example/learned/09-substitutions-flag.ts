import type { ExampleLearned } from "./schema";

export const substitutionsFlag: ExampleLearned = {
  changes: [
    {
      key: "twenty-percent",
      atMin: -86,
      kind: "flag",
      summary: "substitutes-by-likeness: 0 % → 20 % of baskets",
      service: "catalogue",
      actor: "Flags",
      before: "0 %",
      after: "20 %",
      by: "oskar",
      addedAtMin: 8,
      verdict: "contributed",
      why: "It is the moment it began. A flag at 20 % is also why it was 1 207 offers and not 6 000.",
    },
    {
      key: "likeness",
      atMin: -5_700,
      kind: "deploy",
      summary: "catalogue: substitutes are chosen by likeness, behind a flag",
      service: "catalogue",
      actor: "Deploys",
      before: "catalogue-1223",
      after: "catalogue-1224",
      url: "https://git.example.com/marrowfield/catalogue/-/merge_requests/1002",
      diff: `diff --git a/src/substitutes/by-category.ts b/src/substitutes/rules.ts
similarity index 74%
rename from src/substitutes/by-category.ts
rename to src/substitutes/rules.ts
index 404fabd..72b0f6a 100644
--- a/src/substitutes/by-category.ts
+++ b/src/substitutes/rules.ts
@@ -1,12 +1,7 @@
-import { ALLERGENS, type Allergen } from "../allergens";
 import type { Household, Product } from "../schema";
 
-/** Whether a product may be offered to a household: labels and description, the stricter of both. */
+/** Whether a product may be offered to a household. */
 export function suits(product: Product, household: Household): boolean {
-  const contains = new Set([...product.allergens, ...mentionedIn(product.description)]);
+  const contains = new Set(product.allergens);
   return household.freeFrom.every((allergen) => !contains.has(allergen));
 }
-
-function mentionedIn(description: string): Allergen[] {
-  return ALLERGENS.filter((allergen) => new RegExp(\`contains:.*\${allergen}\`, "i").test(description));
-}
diff --git a/src/substitutes/by-likeness.ts b/src/substitutes/by-likeness.ts
new file mode 100644
index 0000000..aa14fbd
--- /dev/null
+++ b/src/substitutes/by-likeness.ts
@@ -0,0 +1,13 @@
+import { flagOn } from "../flags";
+import { nearest } from "../vectors";
+import { byCategory } from "./category";
+import { suits } from "./rules";
+
+const CANDIDATES = 12;
+
+/** Nearest first; what does not suit the household is left out. */
+export async function substitutesFor(product: Product, household: Household): Promise<Product[]> {
+  if (!(await flagOn("substitutes-by-likeness", household.id))) return byCategory(product, household);
+  const found = await nearest(product.vector, CANDIDATES);
+  return found.filter((candidate) => suits(candidate, household));
+}
diff --git a/src/substitutes/rules.test.ts b/src/substitutes/rules.test.ts
index 8143ef0..c7693f6 100644
--- a/src/substitutes/rules.test.ts
+++ b/src/substitutes/rules.test.ts
@@ -12,7 +12,3 @@ const household = { id: "h1", freeFrom: [] };
 test("a household without allergies is offered everything", () => {
   expect(suits(pesto, household)).toBe(true);
 });
-
-test("what a description mentions counts", () => {
-  expect(suits({ ...pesto, allergens: [], description: "contains: cashew" }, nutFree)).toBe(false);
-});
`,
      by: "oskar",
      addedAtMin: 31,
      verdict: "contributed",
      why: "Reading the description was slow and looked like a crutch, so it went. It was the only place where one supplier's nuts are named.",
    },
    {
      key: "off",
      atMin: 4,
      kind: "flag",
      summary: "substitutes-by-likeness off",
      service: "catalogue",
      actor: "Oskar, by hand",
      before: "20 %",
      after: "off",
      by: "oskar",
      addedAtMin: 5,
      verdict: "fixed",
      why: "40 seconds from the decision to zero traffic on the new path.",
    },
  ],
  nothing: [
    {
      atMin: 17,
      kind: "external",
      by: "farid",
      why: "Rang the supplier: they have sent the field empty for as long as they have sent files. Nothing changed on their side.",
    },
    { atMin: 22, kind: "config", by: "oskar", why: "household marks are as they were; compared with last week's copy, 0 differences" },
  ],
  factors: [
    {
      key: "empty-is-free",
      tag: "unhandled edge case",
      role: "triggered",
      why: "An empty allergen field means that we do not know. The code read it as free of everything.",
      evidence: [{ entryAtMin: 28 }, { change: "likeness", file: "src/substitutes/rules.ts", line: 5 }],
      combinesWith: ["supplier", "household"],
      by: "oskar",
    },
    {
      key: "supplier",
      tag: "bad input data",
      role: "enabled",
      why: "One supplier leaves the field empty and writes “contains: cashew” into a text meant for people.",
      evidence: [{ entryAtMin: 28 }],
      by: "farid",
    },
    {
      key: "household",
      tag: "test gap",
      role: "enabled",
      why: "The test household has no allergies, so every test passed. The one test that knew better went with the code that it was about.",
      evidence: [{ entryAtMin: 1_500 }, { change: "likeness", file: "src/substitutes/rules.test.ts" }],
      by: "oskar",
    },
    {
      key: "promise",
      tag: "review gap",
      role: "enabled",
      why: "Safety rules are reviewed like any other file. Nothing told the reviewer that these four lines decide who can be hurt.",
      evidence: [{ entryAtMin: 88 }],
      combinesWith: ["household"],
      by: "meera",
    },
    {
      key: "flag",
      tag: "flag state",
      role: "softened",
      why: "It was at 20 %, its name said what it does, and off took 40 seconds.",
      evidence: [{ entryAtMin: 4 }, { change: "off" }],
      by: "meera",
    },
  ],
  nets: [
    { net: "unit", wouldHaveCaught: "yes", existed: true, ran: false, gated: true, note: "It existed until that merge request.", by: "oskar" },
    { net: "regression", wouldHaveCaught: "yes", existed: false, note: "Real households of last month, offered again by the new code.", by: "meera" },
    { net: "review", wouldHaveCaught: "unsure", existed: true, ran: true, gated: true, note: "Two, both for likeness, none for allergens.", by: "meera" },
    { net: "staging", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, brokeThereFirst: false, note: "With that supplier's file.", by: "oskar" },
    { net: "flag", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "The net that held.", by: "bronagh" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "An offer that a household must not have is countable, and was not counted.", by: "oskar" },
    { net: "usability", wouldHaveCaught: "no", existed: false, note: "Screens were fine; it was what stood on them.", by: "bronagh" },
  ],
  access: {
    onePersonCould: true,
    onePersonShould: false,
    note: "Twenty per cent of households is a decision of two people from now on, when the flag is marked as safety.",
  },
  actions: [
    {
      key: "unknown-means-no",
      title: "Unknown means no: a constraint in the database and not a promise in code",
      type: "prevent",
      priority: "P0",
      status: "done",
      owner: "oskar",
      team: "storefront",
      dueDays: 7,
      finishTest: "Inserting an offer of a product without allergens for a free-from household is refused by PostgreSQL.",
      trackerUrl: "https://tracker.example.com/SHOP-610",
      evidenceUrl: "https://git.example.com/marrowfield/catalogue/-/merge_requests/1019",
      doneDays: 6,
      factor: "empty-is-free",
      entryAtMin: 88,
      by: "meera",
      madeDays: 0,
    },
    {
      key: "real-files",
      title: "Every supplier's real file of last week is in staging",
      type: "prevent",
      priority: "P1",
      status: "done",
      owner: "farid",
      team: "depots",
      dueDays: 30,
      finishTest: "Staging holds 61 files, none older than eight days, and three test households with allergies.",
      evidenceUrl: "https://git.example.com/marrowfield/catalogue/-/merge_requests/1044",
      doneDays: 36,
      factor: "household",
      entryAtMin: 1_500,
      by: "oskar",
      madeDays: 1,
    },
    {
      title: "Turn off every release flag once, against the clock",
      type: "investigate",
      priority: "P2",
      status: "done",
      owner: "meera",
      team: "storefront",
      dueDays: 45,
      finishTest: "For each flag: seconds from reading a card to zero traffic, on one sheet.",
      doneDays: 37,
      factor: "flag",
      by: "meera",
      madeDays: 1,
      held: [{ incident: "flag-default", answer: "bypassed", note: "Nobody turned it off. It answered off by itself.", by: "meera" }],
    },
    {
      key: "count-offers",
      title: "Count offers that a household must not have, and page at one",
      type: "detect",
      priority: "P1",
      status: "in_progress",
      owner: "oskar",
      team: "storefront",
      dueInDays: 1,
      finishTest: "One such offer, planted in staging, pages within five minutes.",
      trackerUrl: "https://tracker.example.com/SHOP-633",
      net: "alert",
      by: "oskar",
      madeDays: 2,
    },
    {
      title: "Ask the eleven suppliers with empty fields to fill them",
      type: "process",
      priority: "P2",
      status: "open",
      owner: "farid",
      team: "depots",
      dueInDays: -9,
      waits: { days: 3, why: "Eight of eleven have answered. The other three meet Buying this week." },
      finishTest: "No product without allergens in the nightly file, or a name and a date for each supplier that still has some.",
      factor: "supplier",
      by: "farid",
      madeDays: 2,
    },
  ],
};
