import { resolve } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, worker } from "../lib/testing/database";
import { StartFailure } from "./failure";
import { type Migration, migrate, migrationsIn } from "./migrate";

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${name}` });
const FIRST = migration("1_first", "create table person (name text); insert into person values ('Ada')");
const SECOND = migration("2_second", "alter table person add column zone text");

let url: string;
let client: pg.Client;
beforeEach(async () => {
  url = await emptyDatabase(`${worker}_migrate`);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(() => client.end());

const rows = async (sql: string) => (await client.query(sql)).rows;
const refusal = (run: Promise<unknown>) =>
  run.then(
    () => "",
    (error: Error) => (error instanceof StartFailure ? error.message : `not a sentence: ${error.stack}`),
  );

describe("migrations", () => {
  test("are applied once, in order, with the rows that Prisma's own tool would read", async () => {
    expect(await migrate(url, [FIRST, SECOND])).toEqual(["1_first", "2_second"]);
    expect(await migrate(url, [FIRST, SECOND])).toEqual([]);
    expect(
      await rows(
        "select migration_name, checksum, applied_steps_count, finished_at >= started_at as finished, rolled_back_at from _prisma_migrations order by 1",
      ),
    ).toEqual([FIRST, SECOND].map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1, finished: true, rolled_back_at: null })));
  });

  test("by four starts at once are applied by one of them", async () => {
    const slow = migration("1_slow", "create table once (n int); select pg_sleep(0.2)");
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, [slow])));
    expect(applied.flat()).toEqual(["1_slow"]);
  });

  test("one that fails leaves the data as the previous release left them, and names itself", async () => {
    await migrate(url, [FIRST]);
    const broken = migration("3_broken", "update person set name = 'nobody';\nalter table persons drop column name");
    const said = await refusal(migrate(url, [FIRST, SECOND, broken]));
    expect(said).toMatch(/^The migration 3_broken failed: relation "persons" does not exist.*Nothing was changed/);
    expect(await rows("select * from person")).toEqual([{ name: "Ada" }]);
    expect(await rows("select migration_name from _prisma_migrations")).toEqual([{ migration_name: "1_first" }]);
    expect(await migrate(url, [FIRST])).toEqual([]);
  });

  test("data of a newer release are not touched", async () => {
    await migrate(url, [FIRST, SECOND]);
    expect(await refusal(migrate(url, [FIRST]))).toMatch(/newer Candor.*2_second/);
  });

  test("one that another tool left half done stops the start", async () => {
    await migrate(url, []);
    await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '1_first')");
    expect(await refusal(migrate(url, [FIRST]))).toMatch(/1_first was begun by another tool/);
  });

  test("one that was edited after it was applied is told", async () => {
    await migrate(url, [FIRST]);
    const lines: string[] = [];
    await migrate(url, [{ ...FIRST, checksum: "another" }], { warn: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringContaining("1_first was changed")]);
  });

  test("a database that nobody can sign in to is one sentence", async () => {
    const wrong = new URL(url);
    wrong.password = "wrong";
    expect(await refusal(migrate(wrong.href, [FIRST]))).toMatch(/^The database of DATABASE_URL cannot be reached/);
  });

  test("ours make what the schema says, from nothing", async () => {
    expect((await migrate(url, migrationsIn(resolve("prisma/migrations")))).length).toBeGreaterThan(0);
  });
});
