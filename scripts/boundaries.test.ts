import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBoundaries } from "./lib/boundaries.mjs";

/** Imports are planted in a folder that is laid out as the clone is, each in a room of its own, and one run of the check judges them all. */
const REFUSED: [file: string, specifier: string, names?: string][] = [
  ["lib/incidents/labels.ts", "@/app/layout"],
  ["lib/incidents/labels.ts", "../../components/ui/button"],
  ["lib/incidents/labels.ts", "@/server/postgres"],
  ["lib/incidents/labels.ts", "pg"],
  ["lib/incidents/labels.ts", "@/lib/db", "{ db as x }"],
  ["lib/incidents/words.ts", "zod"],
  ["lib/incidents/schema.ts", "./queries"],
  ["lib/incidents/rules.ts", "./queries"],
  ["lib/incidents/rules.ts", "./schema"],
  ["lib/incidents/policy.ts", "../auth/access"],
  ["lib/incidents/queries.ts", "next/headers"],
  ["lib/incidents/queries.ts", "./mutations"],
  ["lib/incidents/queries.ts", "./client"],
  ["lib/incidents/queries.ts", "../db", "{ db as x }"],
  ["lib/incidents/queries.ts", "../generated/prisma/client", "{ PrismaClient as x }"],
  ["lib/incidents/mutations.ts", "next/cache"],
  ["lib/incidents/mutations.ts", "react"],
  ["lib/incidents/client.ts", "./queries"],
  ["lib/incidents/client.ts", "./schema"],
  ["lib/incidents/client.ts", "../auth/access"],
  ["components/incidents/list.tsx", "@/lib/timeline/queries"],
  ["components/incidents/list.tsx", "../../lib/timeline/mutations"],
  ["components/incidents/list.tsx", "@/lib/db"],
  ["components/incidents/list.tsx", "@/lib/auth/access"],
  ["components/incidents/list.tsx", "@/lib/generated/prisma/client"],
  ["components/incidents/list.tsx", "@/app/fonts"],
  ["components/ui/button1.tsx", "@/lib/incidents/words"],
  ["components/ui/button2.tsx", "../timeline/list"],
  ["app/incidents/page.tsx", "@/lib/generated/prisma/client"],
  ["app/incidents/page.tsx", "@/server/main"],
  ["app/incidents/page.tsx", "../../lib/db", "{ db as x }"],
  ["server/main.ts", "@/app/layout"],
  ["e2e/declare.spec.ts", "../components/ui/button"],
];

const ALLOWED: typeof REFUSED = [
  ["lib/incidents/queries.ts", "../auth/access"],
  ["lib/incidents/queries.ts", "../generated/prisma/client"],
  ["lib/incidents/schema.ts", "zod"],
  ["lib/incidents/words.ts", "../people/words"],
  ["lib/incidents/client.ts", "@tanstack/react-query"],
  ["lib/incidents/client.ts", "./schema", "type { x }"],
  ["lib/incidents/queries.test.ts", "../db"],
  ["lib/auth/visible.ts", "../db"],
  ["components/incidents/list.tsx", "@/lib/timeline/client"],
  ["components/incidents/list.tsx", "../ui/button"],
  ["components/ui/time.tsx", "../../lib/dates"],
  ["app/incidents/page.tsx", "@/lib/incidents/queries"],
  ["server/start.ts", "@/lib/env"],
];

const folder = mkdtempSync(join(tmpdir(), "candor-boundaries-"));
const judged = new Map<string, string[]>();
const place = (file: string, row: number, kind: string) => file.replace("/incidents/", `/${kind}${row}/`);

function plant(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(async () => {
  plant("tsconfig.json", JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] }, module: "esnext", moduleResolution: "bundler" } }));
  for (const [kind, rows] of [
    ["refused", REFUSED],
    ["allowed", ALLOWED],
  ] as const) {
    for (const [row, [file, specifier, names = "{ x }"]] of rows.entries())
      plant(place(file, row, kind), `import ${names} from "${specifier}";\nexport const y = {} as typeof x;\n`);
  }
  plant("lib/one/rules.ts", 'import { b } from "../two/rules";\nexport const a = () => b;\n');
  plant("lib/two/rules.ts", 'import { a } from "@/lib/one/rules";\nexport const b = () => a;\n');
  const { code, said } = await checkBoundaries(folder, ["--format=json"]);
  expect(code).not.toBe(0);
  for (const { filename, help, message } of (JSON.parse(said) as { diagnostics: { filename: string; help: string; message: string }[] }).diagnostics) {
    judged.set(filename, [...(judged.get(filename) ?? []), `${message} ${help}`]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("boundaries", () => {
  test.each(REFUSED.map(([file, specifier], row) => ({ file, specifier, row })))("$file may not import $specifier", ({ file, row }) => {
    expect(judged.get(place(file, row, "refused"))).toEqual([expect.stringMatching(/boundary: /)]);
  });

  test.each(ALLOWED.map(([file, specifier], row) => ({ file, specifier, row })))("$file may import $specifier", ({ file, row }) => {
    expect(judged.get(place(file, row, "allowed"))).toBeUndefined();
  });

  test("a cycle is refused", () => {
    expect(judged.get("lib/one/rules.ts")?.join()).toMatch(/cycle/i);
  });
});

test("a refusal read at the terminal names the file and says boundary", async () => {
  const { said } = await checkBoundaries(folder);
  expect(said).toContain("lib/refused0/labels.ts");
  expect(said).toMatch(/boundary: lib is below app/);
});
