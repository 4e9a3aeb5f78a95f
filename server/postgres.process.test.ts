import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startPostgres } from "./postgres";
import { isAlive } from "./postgres-process";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-postgres-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pid = () => Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const start = (more = {}) => startPostgres(folder, { throwaway: true, ...more });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

/** Another process that starts the database in this folder and is killed: its database lives on. */
async function startAndKill(): Promise<void> {
  const code = `import { startPostgres } from "./server/postgres"; startPostgres(process.argv[1], { throwaway: true }).then(() => { console.log("ready"); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code, folder], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((ready) => child.stdout.once("data", ready));
  child.kill("SIGKILL");
  await new Promise((gone) => child.once("exit", gone));
}

describe("the embedded PostgreSQL", () => {
  test("answers the app's role, which is no superuser, and is gone after stop()", async () => {
    const postgres = await start();
    expect(await query(postgres.url, "select current_user, rolsuper, current_database() from pg_roles where rolname = current_user")).toEqual([
      { current_user: "candor", rolsuper: false, current_database: "candor" },
    ]);
    const running = pid();
    await postgres.stop();
    expect(isAlive(running)).toBe(false);
  });

  test("lets nobody in without the password, which only its owner can read", async () => {
    const postgres = await start();
    const wrong = new URL(postgres.url);
    for (const [user, password] of [
      ["candor", "guess"],
      ["postgres", ""],
      ["postgres", new URL(postgres.url).password],
    ] as const) {
      wrong.username = user;
      wrong.password = password;
      await expect(query(wrong.href, "select 1")).rejects.toThrow();
    }
    expect(statSync(join(folder, "postgres/candor.json")).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "postgres")).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, "postgres.log"), "utf8")).not.toContain(new URL(postgres.url).password);
    await postgres.stop();
  });

  test("what a killed server left running is taken over with its data", async () => {
    await startAndKill();
    const left = pid();
    const postgres = await start();
    expect(pid()).toBe(left);
    await query(postgres.url, "create table kept (n int)");
    await postgres.stop();
    expect(isAlive(left)).toBe(false);
  });

  test("starts again when both were killed, and when the number in the pid file is something else's", async () => {
    const first = await start();
    await query(first.url, "create table kept as select 1 as n");
    await first.stop();
    await startAndKill();
    process.kill(pid(), "SIGKILL");
    await vi.waitFor(() => expect(isAlive(pid())).toBe(false), 5000);
    const file = join(folder, "postgres/postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [process.pid, ...lines.slice(1)].join("\n"));
    const postgres = await start();
    expect(await query(postgres.url, "select n from kept")).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  test("is not shared: a second server on the same folder is told, and the first goes on", async () => {
    const postgres = await start();
    await expect(start()).rejects.toThrow(/Another Candor is running on the data in/);
    expect(await query(postgres.url, "select 1 as n")).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  test("two first starts at once: one has it, the other is told", async () => {
    const both = await Promise.allSettled([start(), start()]);
    const won = both.filter((result) => result.status === "fulfilled");
    expect(won).toHaveLength(1);
    await won[0]?.value.stop();
  });

  test("comes back by itself, at the same address, when it is killed", async () => {
    const lost: string[] = [];
    const postgres = await start({ lost: (error: string) => lost.push(error) });
    const killed = pid();
    process.kill(killed, "SIGKILL");
    await vi.waitFor(async () => expect(await query(postgres.url, "select 1 as n")).toEqual([{ n: 1 }]), { timeout: 20_000, interval: 100 });
    expect(lost.length).toBeGreaterThan(0);
    expect(pid()).not.toBe(killed);
    await postgres.stop();
  });
});
