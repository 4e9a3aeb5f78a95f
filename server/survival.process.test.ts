import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryStore } from "../lib/outbox/memory-store";
import { Outbox } from "../lib/outbox/queue";
import type { Answer } from "../lib/outbox/rules";
import { personByRows } from "../lib/testing/by-rows";
import { freePort } from "../scripts/lib/port.mjs";
import { folder, forgetFolders, startServer, useBuild } from "../scripts/lib/server.mjs";
import { type Embedded, startPostgres } from "./postgres";

/**
 * What people write survives: the server killed at a random moment while four of them write, and the database gone for ten seconds under load.
 * The writers are the browser's own outbox, with the network of Node around it.
 */
const faults = process.env.CANDOR_FAULTS === "1";
const KILLS = faults ? 50 : 3;
const WRITERS = 4;

afterAll(forgetFolders);
beforeAll(useBuild, 300_000);

interface Said {
  id: string;
  body: string;
}

/** One who writes: every word goes through an outbox; what was acknowledged is noted beside it. */
class Writer {
  readonly typed: string[] = [];
  readonly acknowledged: Said[] = [];
  readonly refused: string[] = [];
  private readonly outbox: Outbox;
  private stopped = false;

  constructor(
    readonly id: string,
    readonly name: string,
    private readonly ref: string,
    private readonly post: (path: string, body: Record<string, unknown>) => Promise<Answer>,
  ) {
    this.outbox = new Outbox(id, {
      store: memoryStore(),
      post: async (path, body) => {
        const answer = await this.post(path, body);
        if (answer.kind === "sent") this.acknowledged.push(answer.row as Said);
        if (answer.kind === "refused" || answer.kind === "broken") this.refused.push(`${answer.refusal.status} ${answer.refusal.message}`);
        return answer;
      },
      alone: (run) => run(),
      whoIs: async () => id,
      now: () => ({ at: Date.now(), steady: performance.now(), page: "test" }),
      later: (ms, run) => {
        const timer = setTimeout(run, Math.min(ms, 400));
        return () => clearTimeout(timer);
      },
      random: Math.random,
      changed: () => undefined,
      sent: () => undefined,
      signedOut: () => undefined,
    });
  }

  async write() {
    for (let n = 0; !this.stopped; n++) {
      const body = `${this.name} writes line ${n}`;
      this.typed.push(body);
      await this.outbox.add(this.ref, `/incidents/${this.ref}/timeline`, { kind: "note", body });
      // Nobody types for long into a list of what waits.
      await wait(this.outbox.items.length > 40 ? 500 : 15 + Math.random() * 40);
    }
  }

  async end() {
    this.stopped = true;
    // As long as something gets through it is waited for; half a minute in which nothing does is the end.
    for (let last = -1, still = 0; this.outbox.items.length > 0 && still < 300; still = this.acknowledged.length === last ? still + 1 : 0) {
      last = this.acknowledged.length;
      this.outbox.wake();
      await wait(100);
    }
  }
}

async function people(db: pg.Client, url: () => string) {
  const made = [];
  for (let n = 0; n < WRITERS; n++) {
    const { id, name, cookie } = await personByRows(db, `Writer ${n}`);
    made.push({ id, name, post: (path: string, body: Record<string, unknown>) => send(url(), cookie, path, body) });
  }
  return made;
}

const codes = new Map<number, number>();

async function send(url: string, cookie: string, path: string, body: Record<string, unknown>): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${url}/api/v1${path}`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const row = (await response.json()) as { detail?: string };
    codes.set(response.status, (codes.get(response.status) ?? 0) + 1);
    if (response.ok) return { kind: "sent", row };
    if (response.status === 503 || response.status === 429) {
      expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
      return { kind: "not_now", retryAfter: null };
    }
    return { kind: response.status >= 500 ? "broken" : "refused", refusal: { status: response.status, message: row.detail ?? "", errors: [] } };
  } catch (error) {
    if (error instanceof Error && error.name === "AssertionError") throw error;
    return { kind: "not_now", retryAfter: null };
  }
}

async function declare(post: (path: string, body: Record<string, unknown>) => Promise<Answer>): Promise<string> {
  const answer = await post("/incidents", { title: "The server dies while people write" });
  if (answer.kind !== "sent") throw new Error(JSON.stringify(answer));
  return (answer.row as { ref: string }).ref;
}

/** Every word typed stands once, everything acknowledged is there as it was acknowledged, each one's words in their order. */
async function expectAllThere(db: pg.Client, ref: string, writers: Writer[]) {
  const { rows } = await db.query<{ id: string; body: string; author: string; seq: number }>(
    `select e.id, e.body, e."authorId" as author, e.seq from timeline_entry e join incident i on i.id = e."incidentId" where i.number = $1 and e.kind = 'note' order by e.seq`,
    [Number(ref.slice(4))],
  );
  for (const writer of writers) {
    expect(writer.refused).toEqual([]);
    expect(rows.filter((row) => row.author === writer.id).map((row) => row.body)).toEqual(writer.typed);
    const standing = new Map(rows.map((row) => [row.id, row.body]));
    expect(writer.acknowledged.filter((said) => standing.get(said.id) !== said.body)).toEqual([]);
  }
  expect(new Set(rows.map((row) => row.seq)).size).toBe(rows.length);
  const { rows: events } = await db.query(`select v.seq from event v join incident i on i.id = v."incidentId" where i.number = $1 order by v.seq`, [
    Number(ref.slice(4)),
  ]);
  expect(events.map((row) => row.seq)).toEqual(events.map((_, n) => n + 1));
}

describe("what people write survives", () => {
  test(`the server killed ${KILLS} times while ${WRITERS} people write`, async () => {
    const data = folder();
    let server = await startServer({ data });
    const { port } = server;
    const url = `http://localhost:${port}`;
    let db = new pg.Client({ connectionString: server.databaseUrl() });
    db.on("error", () => undefined);
    await db.connect();
    const made = await people(db, () => url);
    const ref = await declare(made[0]!.post);
    const writers = made.map(({ id, name, post }) => new Writer(id, name, ref, post));
    const writing = writers.map((writer) => writer.write());
    for (let n = 0; n < KILLS; n++) {
      await wait(300 + Math.random() * 1500);
      await server.kill();
      server = await startServer({ data, port });
    }
    await wait(500);
    await Promise.all(writers.map((writer) => writer.end()));
    await Promise.all(writing);
    await db.end().catch(() => undefined);
    db = new pg.Client({ connectionString: server.databaseUrl() });
    await db.connect();
    await expectAllThere(db, ref, writers);
    await db.end();
    expect(await server.stop()).toBe(0);
  });

  test("the database gone for ten seconds, under load: requests wait or are told, and all goes on by itself", async () => {
    const data = folder();
    let postgres: Embedded = await startPostgres(data);
    // The server knows one address; behind it the database comes and goes.
    const sockets = new Set<net.Socket>();
    let open = true;
    const front = net.createServer((socket) => {
      if (!open) return void socket.destroy();
      const back = net.connect(Number(new URL(postgres.url).port), "127.0.0.1");
      for (const [one, other] of [
        [socket, back],
        [back, socket],
      ] as const) {
        sockets.add(one);
        one.on("error", () => other.destroy());
        one.on("close", () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    const frontPort = await freePort();
    await new Promise<void>((done) => front.listen(frontPort, "127.0.0.1", done));
    const address = new URL(postgres.url);
    address.port = String(frontPort);

    const server = await startServer({ data: folder(), env: { DATABASE_URL: address.href } });
    let db = new pg.Client({ connectionString: postgres.url });
    db.on("error", () => undefined);
    await db.connect();
    const made = await people(db, () => server.url);
    const ref = await declare(made[0]!.post);
    const writers = made.map(({ id, name, post }) => new Writer(id, name, ref, post));
    const writing = writers.map((writer) => writer.write());
    await wait(1500);

    codes.clear();
    open = false;
    await postgres.stop();
    for (const socket of sockets) socket.destroy();
    await wait(10_000);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(503);
    expect([...codes.keys()].filter((code) => code !== 201 && code !== 503)).toEqual([]);
    postgres = await startPostgres(data);
    open = true;

    await wait(2000);
    await Promise.all(writers.map((writer) => writer.end()));
    await Promise.all(writing);
    db = new pg.Client({ connectionString: postgres.url });
    await db.connect();
    await expectAllThere(db, ref, writers);
    await db.end();
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    front.close();
    await postgres.stop();
  });
});
