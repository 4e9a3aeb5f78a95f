import { execFileSync, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import * as Y from "yjs";
import { hashSecret, newId, newSecret } from "../../lib/ids";
import { personByRows } from "../../lib/testing/by-rows";
import { at } from "../lib/paths.mjs";
import { Other, type Place, Probe } from "./collab-writers";
import { atMost, percentile, seen } from "./report";

const PART = "Written together";
const CROWDS = [0, 10, 50, 100];
/** As fast as people type who think while they do. */
const EVERY = 250;
const EDITS = 250;
const PEOPLE = 12;
const OPENED = 200;
const LONG = 50_000;

interface Ours {
  url: string;
  pid: number;
  databaseUrl(): string;
}

/** From one client's edit to another's document and to its acknowledgement, beside Hocuspocus without storage; what an open document takes; opening a long one. */
export async function benchCollab(ours: Ours, onEnd: (closer: () => Promise<void>) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ours.databaseUrl() });
  client.on("error", () => undefined);
  await client.connect();
  const { cookies, token } = await people(client);
  const document = () => begin(ours.url, token);
  const place = (documentId: string): Place => ({ url: `${ours.url.replace("http", "ws")}/collab`, documentId, cookieOf: (nth) => cookies[nth % PEOPLE]! });
  const bareUrl = await startBareCollab(onEnd);

  seen(PART, "a commit of this database, which stands before every edit that is passed on", await commits(client));
  for (const others of CROWDS) {
    // In turns, half of it each time, so that what else the machine does falls on both.
    const [mine, bare]: Figures[] = [empty(), empty()];
    for (let turn = 0; turn < 2; turn++) {
      await measure({ url: bareUrl, documentId: newId(), cookieOf: () => "" }, others, bare!);
      await measure(place(await document()), others, mine!);
    }
    const beside = (what: "reach" | "acknowledged") =>
      `p50 ${ms(mine![what], 0.5)}, p95 ${ms(mine![what], 0.95)}, p99 ${ms(mine![what], 0.99)} ms; bare ${ms(bare![what], 0.5)}, ${ms(bare![what], 0.95)}, ${ms(bare![what], 0.99)} ms`;
    const ratio = (what: "reach" | "acknowledged") => percentile(mine![what], 0.95) / percentile(bare![what], 0.95);
    atMost(PART, `an edit in another's document with ${others} others writing, p95`, ratio("reach"), 1.5, "× bare", beside("reach"));
    atMost(PART, `its acknowledgement with ${others} others writing, p95`, ratio("acknowledged"), 2.5, "× bare", beside("acknowledged"));
    atMost(PART, `not acknowledged or not stored with ${others} others writing`, mine!.lost, 0, "messages");
  }
  await memory(ours, place, document);
  await long(client, place, await document());
  await client.end();
}

interface Figures {
  reach: number[];
  acknowledged: number[];
  lost: number;
}
const empty = (): Figures => ({ reach: [], acknowledged: [], lost: 0 });
const ms = (values: number[], share: number) => percentile(values, share).toFixed(1);

async function measure(place: Place, count: number, figures: Figures): Promise<void> {
  const others = Array.from({ length: count }, (_, nth) => new Other(place, nth + 2));
  for (const other of others) await other.open();
  const [writer, reader] = [await new Probe(place, 0).open(), await new Probe(place, 1).open()];
  writer.begin();
  await writer.until(() => writer.wire.acknowledged.unsent === 0);
  for (const other of others) other.start(EVERY);
  await wait(1000);
  let letters = 0;
  for (let n = 0; n < EDITS / 2; n++) {
    const mark = `${n},`;
    letters += mark.length;
    const began = performance.now();
    const arrived = reader.until(() => holds(reader, writer, letters)).then(() => figures.reach.push(performance.now() - began));
    writer.type(mark);
    const stored = writer.until(() => writer.wire.acknowledged.unsent === 0).then(() => figures.acknowledged.push(performance.now() - began));
    await Promise.all([arrived, stored]);
    await wait(20 + Math.random() * 20);
  }
  const unanswered = await Promise.all(others.map((other) => other.stop()));
  writer.wire.stop();
  reader.wire.stop();
  if (place.cookieOf(0) === "") return;
  // Whoever comes later is shown all of it.
  await wait(200);
  const late = await new Probe(place, 3).open();
  const written = late.doc.getXmlFragment("default").toString();
  const expected = others.reduce((sum, { sent }) => sum + sent - 2, 0);
  figures.lost += unanswered.reduce((sum, n) => sum + n, 0) + Math.max(0, expected - (written.match(/x/g)?.length ?? 0)) + (letters - lengthOf(late, writer));
  late.wire.stop();
}

/** How much of the writer's own has come to this document. */
const lengthOf = (probe: Probe, { doc }: Probe) => Math.max(0, Y.getState(probe.doc.store, doc.clientID) - BEGUN);
/** The paragraph and its text. */
const BEGUN = 2;
const holds = (reader: Probe, writer: Probe, letters: number) => lengthOf(reader, writer) >= letters;

/** What nothing that is stored before it is told can be faster than. */
async function commits(client: pg.Client): Promise<string> {
  await client.query("create table bench_commit (n int)");
  const times: number[] = [];
  for (let n = 0; n < 200; n++) {
    const began = performance.now();
    await client.query("insert into bench_commit values (1)");
    times.push(performance.now() - began);
    await wait(5);
  }
  await client.query("drop table bench_commit");
  return `p50 ${ms(times, 0.5)}, p95 ${ms(times, 0.95)} ms`;
}

async function memory(ours: Ours, place: (id: string) => Place, document: () => Promise<string>): Promise<void> {
  const ids: string[] = [];
  for (let n = 0; n < OPENED; n++) ids.push(await document());
  const before = resident(ours.pid);
  const open: Probe[] = [];
  for (const [nth, id] of ids.entries()) {
    const probe = await new Probe(place(id), nth).open();
    probe.begin();
    probe.type("It was the connection pool, which nobody had measured under this load. ".repeat(40));
    await probe.until(() => probe.wire.acknowledged.unsent === 0);
    open.push(probe);
  }
  const after = resident(ours.pid);
  seen(PART, "memory an open document of 500 words, with its socket", `${((after - before) / OPENED).toFixed(0)} KB`);
  for (const probe of open) probe.wire.stop();
}

/** Kilobytes. */
const resident = (pid: number) => Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)]).toString());

async function long(client: pg.Client, place: (id: string) => Place, id: string): Promise<void> {
  const doc = new Y.Doc();
  const { rows } = await client.query<{ state: Buffer }>(`select state from document_snapshot where "documentId" = $1`, [id]);
  Y.applyUpdate(doc, rows[0]!.state);
  const updates: Buffer[] = [];
  doc.on("update", (update) => updates.push(Buffer.from(update)));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment("default").push([paragraph]);
  // Letters here and there, some of them taken back.
  while (updates.length < LONG) {
    const place = Math.floor(Math.random() * text.length);
    if (text.length > 20 && Math.random() < 0.2) text.delete(place, 1);
    else text.insert(place, "e");
  }
  await client.query(`insert into document_update ("documentId", seq, update) select $1, n, u from unnest($2::bytea[]) with ordinality as x(u, n)`, [
    id,
    updates,
  ]);
  await client.query("update document set seq = $2 where id = $1", [id, updates.length]);
  const opening = async () => {
    const began = performance.now();
    const probe = await new Probe(place(id), 0).open();
    const took = performance.now() - began;
    probe.wire.stop();
    return took;
  };
  const unfolded = await opening();
  seen(PART, `opening a document with ${LONG} edits that are still in the log`, `${unfolded.toFixed(0)} ms`);
  for (let tries = 0; tries < 100; tries++) {
    const { rows: left } = await client.query(`select 1 from document_update where "documentId" = $1 limit 1`, [id]);
    if (left.length === 0) break;
    await wait(1000);
  }
  const times = [];
  for (let n = 0; n < 5; n++) {
    times.push(await opening());
    await wait(100);
  }
  seen(PART, `opening a document with ${LONG} edits that were folded`, `median ${percentile(times, 0.5).toFixed(0)} ms`);
}

async function people(client: pg.Client) {
  const cookies: string[] = [];
  let token = "";
  for (let n = 0; n < PEOPLE; n++) {
    const { id, cookie } = await personByRows(client, `Writer ${n}`);
    cookies.push(cookie);
    if (token) continue;
    token = newSecret();
    await client.query(`insert into api_token (id, "personId", name, scope, "tokenHash", hint) values ($1, $2, 'bench', 'write', $3, $4)`, [
      newId(),
      id,
      Buffer.from(hashSecret(token)),
      token.slice(-4),
    ]);
  }
  return { cookies, token };
}

/** An incident with a post-mortem; answers its document. */
async function begin(url: string, token: string): Promise<string> {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
    return (await response.json()) as { id: string; ref: string };
  };
  const { ref } = await post("/incidents", { title: "Written by many" });
  return (await post(`/incidents/${ref}/postmortem`, {})).id;
}

async function startBareCollab(onEnd: (closer: () => Promise<void>) => void): Promise<string> {
  const child = spawn(process.execPath, [at("scripts/bench/bare/collab.mjs")], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  onEnd(async () => void child.kill("SIGKILL"));
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once("data", (line: Buffer) => resolve(Number(String(line))));
    child.once("exit", () => reject(new Error("Bare Hocuspocus did not start")));
  });
  return `ws://127.0.0.1:${port}`;
}
