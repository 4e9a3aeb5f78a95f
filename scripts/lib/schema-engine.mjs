import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { at } from "./paths.mjs";

/**
 * Prisma's schema engine as WebAssembly, so that making a migration needs no download from Prisma's host.
 * A difference between two schemas asks no database, but the engine wants to greet one: `nobody` answers its greeting.
 */
const require = createRequire(import.meta.url);
// The adapter's own copy: whoever has @prisma/adapter-pg has it.
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum: ColumnType } = createRequire(require.resolve("@prisma/adapter-pg"))(
  "@prisma/driver-adapter-utils",
);

export const connection = {
  provider: "postgres",
  adapterName: "nobody",
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  startTransaction: async () => {
    throw new Error("There is no database behind this engine");
  },
  dispose: async () => {},
};
export { ColumnType };
const nobody = { provider: "postgres", adapterName: "nobody", connect: async () => connection, connectToShadowDb: async () => connection };

// Where the engine leaves its last words before it traps.
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (words) => console.error(words) };

let loaded;
async function load() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = new URL("./", import.meta.resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(new URL("schema_engine_bg.wasm", folder));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

/**
 * The SQL that leads from one schema to another; "" when they are equal. Targets are the engine's own `DiffTarget`s.
 * @param {object} from @param {object} to @param {{ adapter?: object, datamodels?: [string, string][] }} [options]
 * @returns {Promise<string>}
 */
export async function diff(from, to, { adapter = nobody, datamodels } = {}) {
  loaded ??= load();
  const engine = await (await loaded).new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    engine.free();
  }
}

/** Every file of prisma/schema, as the engine takes them. */
export async function schemaFiles() {
  const names = (await readdir(at("prisma/schema"))).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(names.map(async (name) => ({ path: `prisma/schema/${name}`, content: await readFile(at("prisma/schema", name), "utf8") })));
}
