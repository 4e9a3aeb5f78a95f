import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { filesIn } from "./scripts/lib/fingerprint.mjs";
import { root } from "./scripts/lib/paths.mjs";

/**
 * Three kinds of tests, told apart by what they import: `pure` ones need nothing; those that import lib/testing or lib/db get a database;
 * `*.process.test.ts` start servers of their own. Long variants (`*.faults.ts`) run with CANDOR_FAULTS=1.
 */
const faults = process.env.CANDOR_FAULTS === "1";
const files = [...filesIn(root)]
  .map((file) => relative(root, file))
  .filter((file) => (/\.test\.tsx?$/.test(file) || (faults && file.endsWith(".faults.ts"))) && !file.startsWith("e2e/"));

const kindOf = (file: string) => {
  if (/\.process\.(test|faults)\.ts$/.test(file)) return "process";
  return file.startsWith("lib/testing/") || /(?:from|import) "[^"]*(?:\/testing\/|\/db")/.test(readFileSync(`${root}${file}`, "utf8")) ? "database" : "pure";
};
// Names such as [ref] are folders here, not patterns.
const of = (kind: string) => files.filter((file) => kindOf(file) === kind).map((file) => file.replace(/[[\]()]/g, "\\$&"));

const minutes = (n: number) => n * 60_000;
const shared = {
  extends: true,
  test: { testTimeout: faults ? minutes(25) : 20_000, hookTimeout: minutes(1) },
} as const;

export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    passWithNoTests: true,
    maxWorkers: 3,
    projects: [
      { ...shared, test: { ...shared.test, name: "pure", include: of("pure") } },
      {
        ...shared,
        test: {
          ...shared.test,
          name: "database",
          include: of("database"),
          pool: "forks",
          globalSetup: ["lib/testing/server.ts"],
          setupFiles: ["lib/testing/database.ts"],
        },
      },
      {
        ...shared,
        test: {
          ...shared.test,
          name: "process",
          include: of("process"),
          testTimeout: minutes(faults ? 25 : 4),
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
