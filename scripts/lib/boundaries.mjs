import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, root } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Which import may stand where: the table of docs/architecture.md, as rules for oxlint. Overrides for one rule replace each other, so
 * every class of files below lists all that holds for it. They are matched in order; the last one that fits a file counts.
 */
const outside = (folders) => `^(?:@/|(?:\\.\\./)+)(?:${folders})/`;
const files = (names) => `(?:^|/)(?:${names})$`;
// What is refused is a regular expression (without looking ahead: such a one would match nothing, silently), or a list of globs with exceptions.
const forbid = (what, why, more = {}) => ({
  ...(Array.isArray(what) ? { group: what } : { regex: what }),
  message: `boundary: ${why} (docs/architecture.md)`,
  ...more,
});
const allBut = (...globs) => ["**", ...globs.map((glob) => `!${glob}`)];

const noPages = forbid(outside("app|components|e2e|scripts"), "lib is below app and components, and never imports them");
const noServer = forbid(outside("server"), "only the process itself and lib/testing import server/");
const noDatabase = forbid(files("db"), "rows come from read(ctx) and change(), and only files named in scripts/lib/boundaries.mjs take the bare client", {
  importNames: ["db", "closeDb"],
});
const noDriver = forbid(
  "^(?:pg|pg-boss|kysely|@prisma/adapter-pg)$",
  "connections are made in lib/db.ts and in the files named in scripts/lib/boundaries.mjs",
  { allowTypeImports: true },
);
const noOwnClient = forbid("/generated/prisma/client$", "the one client is made in lib/db.ts", { importNames: ["PrismaClient"] });
const noFramework = forbid("^(?:next|next/.*|react|react-dom)$", "queries, mutations and rules know nothing of Next or React");
const noBrowser = forbid(["**/client", "!**/generated/prisma/client"], "client.ts is for the browser");
const onlyTypesOfSchema = forbid(files("schema"), "take only types from schema here, so that no parser is sent to a browser", { allowTypeImports: true });
const lib = [noPages, noServer, noDatabase, noDriver, noOwnClient];

const CLASSES = [
  [["lib/**"], lib],
  [["lib/**/words.ts"], [forbid(allBut("**/words"), "words.ts imports only other words.ts", { allowTypeImports: true })]],
  [["lib/**/schema.ts"], [forbid(allBut("zod", "**/schema", "**/words", "**/scalars"), "schema.ts imports only zod, scalars, words and other schema.ts")]],
  [
    ["lib/**/rules.ts", "lib/**/policy.ts"],
    [
      ...lib,
      noFramework,
      onlyTypesOfSchema,
      forbid(files("queries|mutations|writes|jobs|db"), "rules and policy are pure"),
      forbid("/(?:auth|generated)/", "rules and policy are pure"),
      noBrowser,
    ],
  ],
  [["lib/**/queries.ts"], [...lib, noFramework, forbid(files("mutations|writes|jobs"), "queries only read"), noBrowser]],
  [
    ["lib/**/mutations.ts", "lib/**/writes.ts", "lib/**/jobs.ts"],
    [...lib, noFramework, noBrowser],
  ],
  [
    ["lib/**/client.ts"],
    [
      noPages,
      noServer,
      onlyTypesOfSchema,
      forbid(files("queries|mutations|writes|jobs|db"), "client.ts runs in the browser and speaks to /api/v1"),
      forbid("/(?:auth|events|generated)/", "client.ts runs in the browser"),
    ],
  ],
  // Whoever takes the bare client: where visibility is made, and what works in nobody's name.
  [
    ["lib/db.ts", "lib/auth/*.ts", "lib/events/**", "lib/search/**", "lib/live/**", "lib/collab/**", "lib/setup/**", "lib/jobs/{boss,install,housekeeping}.ts"],
    [noPages, noServer],
  ],
  [["lib/testing/**"], [forbid(outside("components|e2e|scripts"), "lib is below components")]],
  [
    ["components/**"],
    [
      forbid(outside("app|server|scripts|e2e"), "components are below app"),
      forbid(files("queries|mutations|writes|jobs|db|env"), "components never reach the database: take client.ts, rules, words and types of schema"),
      forbid(["**/lib/{auth,events,generated,testing}/**", "!**/lib/auth/return-to"], "components never reach what only the server may hold", {
        allowTypeImports: true,
      }),
    ],
  ],
  [
    ["components/ui/**"],
    [
      forbid(outside("app|server|scripts|e2e"), "components are below app"),
      forbid("/lib/[a-z-]+/", "components/ui has no words of the domain: it could ship in another product"),
      forbid(["@/components/*/**", "../*/**", "!@/components/ui/**", "!../ui/**", "!../../lib/*"], "components/ui imports no other folder of components"),
    ],
  ],
  [
    ["app/**"],
    [
      noServer,
      noDatabase,
      forbid(outside("scripts|e2e"), "app imports components and lib"),
      forbid("/generated/", "app reads through queries, never through the client of the database"),
    ],
  ],
  [["server/**"], [forbid(outside("app|components|e2e"), "the process serves the build, and imports only lib")]],
  [["e2e/**"], [forbid(outside("app|components"), "e2e sees what a browser sees")]],
  // A test may look behind every door.
  [["**/*.test.ts", "**/*.test.tsx", "**/*.faults.ts"], []],
];

const config = {
  plugins: ["import"],
  categories: { correctness: "off" },
  ignorePatterns: ["lib/generated/**", "**/node_modules/**", ".candor/**", ".next/**"],
  rules: { "import/no-cycle": ["error", { ignoreTypes: true }] },
  overrides: CLASSES.map(([globs, patterns]) => ({
    files: globs,
    rules: { "no-restricted-imports": patterns.length > 0 ? ["error", { patterns }] : "off" },
  })),
};

/** Checks a folder laid out as the clone is: `{ code, said }`. The rules are written into it, since their globs are relative to them. */
export async function checkBoundaries(folder = root, options = []) {
  const file = join(folder, ".oxlintrc.json");
  const text = `${JSON.stringify(config, null, 2)}\n`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  return run(process.execPath, [at("node_modules/oxlint/bin/oxlint"), "-c", file, ...options, "."], { cwd: folder });
}
