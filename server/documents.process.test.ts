import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personByRows } from "../lib/testing/by-rows";
import { Writer } from "../lib/testing/writer";
import { freePort } from "../scripts/lib/port.mjs";
import { folder, forgetFolders, startServer, useBuild } from "../scripts/lib/server.mjs";
import { type Embedded, startPostgres } from "./postgres";

/**
 * What was said to be stored of a document survives: the server killed at random moments while five people write in it, while its log is being
 * folded, one of two servers, and the database gone. Looked for by somebody new, when those who wrote have forgotten everything.
 */
const faults = process.env.CANDOR_FAULTS === "1";
const KILLS = faults ? 50 : 3;
const OTHERS = faults ? 10 : 1;
const HANDS = 5;

afterAll(forgetFolders);
beforeAll(useBuild, 300_000);

interface Person {
  id: string;
  name: string;
  headers: { cookie: string };
}

/** Somebody who types lines; which of them the server said to have stored is known at any moment. */
class Hand {
  readonly writer: Writer;
  private lines: { text: string; change: number }[] = [];
  private typing = true;
  readonly ended: Promise<void>;

  constructor(url: () => string, documentId: string, { id, name, headers }: Person, round: number) {
    this.writer = new Writer(() => `${url().replace("http", "ws")}/collab`, documentId, headers, { id, name });
    this.ended = this.type(`${name}, round ${round}, line`);
  }

  private async type(prefix: string) {
    await this.writer.until(() => this.writer.wire.synced, 120_000);
    for (let n = 0; this.typing; n++) {
      const text = `${prefix} ${n}.`;
      this.writer.write(text);
      this.lines.push({ text, change: this.writer.wire.acknowledged.changes });
      await wait(10 + Math.random() * 40);
    }
  }

  get acknowledged() {
    const { storedChanges } = this.writer.wire.acknowledged;
    return this.lines.filter(({ change }) => change <= storedChanges).map(({ text }) => text);
  }
  get typed() {
    return this.lines.map(({ text }) => text);
  }

  async rest() {
    this.typing = false;
    await this.ended;
  }
  /** With everything that it held. */
  async vanish() {
    this.typing = false;
    this.writer.close();
    await this.ended.catch(() => undefined);
  }
}

async function people(databaseUrl: string): Promise<Person[]> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  const made: Person[] = [];
  for (let n = 0; n < HANDS; n++) {
    const { id, name, cookie } = await personByRows(db, `Hand ${n}`);
    made.push({ id, name, headers: { cookie } });
  }
  await db.end();
  return made;
}

/** An incident with a post-mortem; answers its document. */
async function begin(url: string, { headers }: Person): Promise<string> {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string; ref: string };
  };
  const { ref } = await post("/incidents", { title: "The server dies while people write" });
  return (await post(`/incidents/${ref}/postmortem`, {})).id;
}

/** What somebody sees who has never been here. */
async function seenAnew(url: string, documentId: string, { headers }: Person): Promise<string[]> {
  const fresh = new Writer(`${url.replace("http", "ws")}/collab`, documentId, headers);
  await fresh.until(() => fresh.wire.synced, 60_000);
  const lines = linesOf(fresh);
  fresh.close();
  return lines;
}

const linesOf = ({ fragment }: Writer) => fragment.toArray().map((node) => node.toString().replace(/<[^>]*>/g, ""));

function expectAll(lines: string[], written: Iterable<string>) {
  const there = new Map<string, number>();
  for (const line of lines) there.set(line, (there.get(line) ?? 0) + 1);
  expect([...written].filter((line) => there.get(line) !== 1)).toEqual([]);
}

test(`the server killed ${KILLS} times while ${HANDS} people write, each time forgetting all that they held`, async () => {
  const data = folder();
  let server = await startServer({ data });
  const { port, url } = server;
  const made = await people(server.databaseUrl());
  const documentId = await begin(url, made[0]!);
  const stored = new Set<string>();
  for (let n = 0; n < KILLS; n++) {
    const hands = made.map((person) => new Hand(() => url, documentId, person, n));
    await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.synced, 60_000)));
    await wait(200 + Math.random() * 1200);
    await server.kill();
    for (const line of hands.flatMap((hand) => hand.acknowledged)) stored.add(line);
    await Promise.all(hands.map((hand) => hand.vanish()));
    server = await startServer({ data, port });
    expectAll(await seenAnew(url, documentId, made[n % HANDS]!), stored);
  }
  expect(stored.size).toBeGreaterThan(KILLS * HANDS);
  expect(await server.stop()).toBe(0);
});

test(`killed ${OTHERS} times while the log is folded`, async () => {
  const data = folder();
  let server = await startServer({ data });
  const { port, url } = server;
  const made = await people(server.databaseUrl());
  const documentId = await begin(url, made[0]!);
  const stored = new Set<string>();
  for (let n = 0; n < OTHERS; n++) {
    const hands = made.map((person) => new Hand(() => url, documentId, person, n));
    await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.synced, 60_000)));
    await wait(600 + Math.random() * 600);
    for (const line of hands.flatMap((hand) => hand.acknowledged)) stored.add(line);
    // The last one who leaves lets the log be folded; somewhere in that the server dies.
    await Promise.all(hands.map((hand) => hand.vanish()));
    await wait(Math.random() * 60);
    await server.kill();
    server = await startServer({ data, port });
    expectAll(await seenAnew(url, documentId, made[n % HANDS]!), stored);
  }
  expect(await server.stop()).toBe(0);
});

test(`one of two servers killed ${OTHERS} times while people write by both`, async () => {
  const postgres = await startPostgres(folder());
  const env = { DATABASE_URL: postgres.url };
  const servers = [await startServer({ data: folder(), env }), await startServer({ data: folder(), env })];
  const urls = servers.map(({ url }) => url);
  const made = await people(postgres.url);
  const documentId = await begin(urls[0]!, made[0]!);
  const hands = made.map((person, n) => new Hand(() => urls[n % 2]!, documentId, person, 0));
  await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.synced, 60_000)));
  for (let n = 0; n < OTHERS; n++) {
    await wait(500 + Math.random() * 1000);
    const dies = servers[n % 2]!;
    const stored = hands.flatMap((hand) => hand.acknowledged);
    await dies.kill();
    expectAll(await seenAnew(urls[(n + 1) % 2]!, documentId, made[0]!), stored);
    servers[n % 2] = await startServer({ data: dies.data, port: dies.port, env });
  }
  await Promise.all(hands.map((hand) => hand.rest()));
  await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.state === "online" && writer.wire.acknowledged.unsent === 0, 60_000)));
  // Those who stayed have all of it, and all the same.
  const typed = hands.flatMap((hand) => hand.typed);
  const hasAll = (writer: Writer) => {
    const lines = new Set(linesOf(writer));
    return typed.every((line) => lines.has(line));
  };
  await Promise.all(hands.map(({ writer }) => writer.until(() => hasAll(writer), 60_000)));
  expect(new Set(hands.map(({ writer }) => writer.text)).size).toBe(1);
  await Promise.all(hands.map((hand) => hand.vanish()));
  for (const url of urls) expectAll(await seenAnew(url, documentId, made[1]!), typed);
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
  await postgres.stop();
});

test(`the database stopped and started ${OTHERS} times: typing goes on, and all of it is stored when it is back`, async () => {
  const data = folder();
  let postgres: Embedded = await startPostgres(data);
  // The server knows one address; behind it the database comes and goes.
  const behind = await throughDoor(() => Number(new URL(postgres.url).port));
  const address = new URL(postgres.url);
  address.port = String(behind.port);
  const server = await startServer({ data: folder(), env: { DATABASE_URL: address.href } });
  const made = await people(postgres.url);
  const documentId = await begin(server.url, made[0]!);
  const hands = made.map((person) => new Hand(() => server.url, documentId, person, 0));
  await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.synced, 60_000)));
  for (let n = 0; n < OTHERS; n++) {
    await wait(500 + Math.random() * 1000);
    behind.shut();
    await postgres.stop();
    await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.state === "waiting" || writer.wire.state === "offline", 30_000)));
    const before = hands[0]!.typed.length;
    await wait(500);
    expect(hands[0]!.typed.length).toBeGreaterThan(before);
    postgres = await startPostgres(data);
    behind.open();
    await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.state === "online", 60_000)));
  }
  await Promise.all(hands.map((hand) => hand.rest()));
  await Promise.all(hands.map(({ writer }) => writer.until(() => writer.wire.state === "online" && writer.wire.acknowledged.unsent === 0, 60_000)));
  const typed = hands.flatMap((hand) => hand.typed);
  await Promise.all(hands.map((hand) => hand.vanish()));
  expectAll(await seenAnew(server.url, documentId, made[0]!), typed);
  expect(await server.stop()).toBe(0);
  behind.close();
  await postgres.stop();
});

/** A port in front of another, which can be shut. */
async function throughDoor(portOf: () => number) {
  const sockets = new Set<net.Socket>();
  let isOpen = true;
  const front = net.createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const back = net.connect(portOf(), "127.0.0.1");
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
  const port = await freePort();
  await new Promise<void>((done) => front.listen(port, "127.0.0.1", done));
  return {
    port,
    open: () => void (isOpen = true),
    shut() {
      isOpen = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => front.close(),
  };
}
