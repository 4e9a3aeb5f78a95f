// node scripts/migration.mjs NAME: writes prisma/migrations/<time>_<name>/migration.sql, what leads from the last migration's
// schema (kept in prisma/migrations/snapshot.prisma) to the one of today. Read it, and add by hand what a schema cannot say.
// --empty makes a migration for hand-written SQL alone.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { at } from "./lib/paths.mjs";
import { diff, schemaFiles } from "./lib/schema-engine.mjs";

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const name = words
  .join("_")
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, "_")
  .replace(/^_|_$/g, "");
const empty = process.argv.includes("--empty");
if (!name) {
  console.error("Name the migration: node scripts/migration.mjs add_action_items");
  process.exit(1);
}

const snapshot = at("prisma/migrations/snapshot.prisma");
const files = await schemaFiles();
const before = existsSync(snapshot)
  ? { tag: "schemaDatamodel", files: [{ path: "snapshot.prisma", content: await readFile(snapshot, "utf8") }] }
  : { tag: "empty" };
const sql = await diff(before, { tag: "schemaDatamodel", files });
if (!sql && !empty) {
  console.log("The schema is the one of the last migration: nothing to make.");
  process.exit(0);
}

const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = `prisma/migrations/${time}_${name}`;
await mkdir(at(folder), { recursive: true });
await writeFile(at(folder, "migration.sql"), sql ? `${sql}\n` : "-- Written by hand.\n");
await writeFile(snapshot, `// Written by scripts/migration.mjs: the schema of the last migration.\n${files.map((file) => file.content).join("\n")}`);
const lock = at("prisma/migrations/migration_lock.toml");
if (!existsSync(lock)) await writeFile(lock, '# For Prisma\'s own command line.\nprovider = "postgresql"\n');
console.log(`${folder}/migration.sql`);
