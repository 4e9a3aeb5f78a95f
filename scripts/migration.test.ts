import { existsSync, readFileSync } from "node:fs";
import pg from "pg";
import { describe, expect, test } from "vitest";
import "../lib/testing/database";
import { at } from "./lib/paths.mjs";
import { ColumnType, connection, diff, schemaFiles } from "./lib/schema-engine.mjs";

/** prisma/schema, the snapshot of the last migration, and what the migrations really make must be the same. */
describe("the schema and its migrations", () => {
  test("every change of the schema has its migration (node scripts/migration.mjs NAME)", async () => {
    const snapshot = at("prisma/migrations/snapshot.prisma");
    expect(existsSync(snapshot)).toBe(true);
    const from = { tag: "schemaDatamodel", files: [{ path: "snapshot.prisma", content: readFileSync(snapshot, "utf8") }] };
    expect(await diff(from, { tag: "schemaDatamodel", files: await schemaFiles() })).toBe("");
  });

  test("a migrated database is what the schema says", async () => {
    const files = await schemaFiles();
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
    try {
      const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
      const sql = await diff(
        { tag: "schemaDatasource", files, configDir: at("prisma") },
        { tag: "schemaDatamodel", files },
        { adapter: adapterOf(pool), datamodels },
      );
      // Foreign keys to people, teams and services are written by hand: the schema has no relation from there to an incident.
      const rest = sql.split(/\n(?=-- )/).filter((part) => !part.startsWith("-- DropForeignKey"));
      expect(rest.join("\n").trim()).toBe("");
    } finally {
      await pool.end();
    }
  });
});

/** A connection as the engine wants it: Prisma's own adapter knows neither PostgreSQL's "char" nor the not-null constraints of version 18. */
function adapterOf(pool: pg.Pool) {
  const answering = {
    ...connection,
    async queryRaw({ sql, args }: { sql: string; args: unknown[] }) {
      const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: "array" });
      const constraint = fields.findIndex(({ name }) => name === "constraint_type");
      return {
        columnNames: fields.map(({ name }) => name),
        columnTypes: fields.map(({ dataTypeID }) => ColumnType[KINDS[dataTypeID] ?? "Text"]),
        rows: rows.filter((row) => row[constraint] !== "n"),
      };
    },
  };
  return { provider: "postgres", adapterName: "migrated", connect: async () => answering, connectToShadowDb: async () => answering };
}

/** PostgreSQL's numbers of the types that its catalogue answers with. */
const KINDS: Record<number, string> = {
  16: "Boolean",
  18: "Character",
  20: "Int64",
  21: "Int32",
  23: "Int32",
  26: "Int64",
  1002: "CharacterArray",
  1007: "Int32Array",
  1009: "TextArray",
  1005: "Int32Array",
};
