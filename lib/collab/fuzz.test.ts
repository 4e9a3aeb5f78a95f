import { afterAll, beforeAll, expect, test } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { DOCUMENT_SCHEMA, FRAGMENT } from "../documents/words";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { CollabProcess, rawSocket } from "../testing/collab";
import { Writer } from "../testing/writer";
import { makeSession } from "../testing/factories";
import { type SignedIn, signedIn } from "../testing/live";
import { projectionOf } from "../documents/projection";
import { awarenessFrame, SYNC, syncFrame, tokenFrame } from "./frames";
import { loadDocument } from "./log";

/** Random and mutated messages, by many sockets, while somebody writes: none ends the process, and none makes one copy differ from another. */

const MESSAGES = process.env.CANDOR_FAULTS === "1" ? 100_000 : 2000;
const AT_ONCE = 8;
const MINUTES = MESSAGES > 2000 ? 20 : 2;

let there: CollabProcess;
let ada: SignedIn;
let id: string;
let writer: Writer;
const broken: unknown[] = [];
const note = (error: unknown) => void broken.push(error);

beforeAll(async () => {
  there = await CollabProcess.start();
  ada = await signedIn("Ada");
  id = (await startPostmortem(ada.ctx, (await declareIncident(ada.ctx, { title: "Pool" })).ref, {})).id;
  writer = await Writer.open(there.url, id, ada.headers, { id: ada.id, name: "Ada" });
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  process.off("uncaughtException", note);
  writer.close();
  await there.stop();
});

/** The same for the same seed, so that what fails can be seen again. */
function randomOf(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (n: number) => Math.floor(next() * n), bytes: (n: number) => Uint8Array.from({ length: n }, () => Math.floor(next() * 256)) };
}
type Random = ReturnType<typeof randomOf>;

/** Some bytes are others, gone, twice there, or cut off. */
function mutated(message: Uint8Array, random: Random, from: number): Uint8Array {
  const bytes = [...message];
  for (let n = 1 + random.below(4); n > 0; n--) {
    const at = from + random.below(Math.max(1, bytes.length - from));
    const kind = random.below(5);
    if (kind === 0) bytes[at] = random.below(256);
    else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    else if (kind === 2) bytes.splice(at, 1 + random.below(4));
    else if (kind === 3) bytes.splice(at, 0, ...random.bytes(1 + random.below(4)));
    else bytes.length = at;
  }
  return Uint8Array.from(bytes);
}

const HEAD = 37;

/** A message that stands on the document as it is, and would be taken if it were whole. */
function whole(random: Random): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  const before = Y.encodeStateVector(doc);
  const root = doc.getXmlFragment(FRAGMENT);
  const kind = random.below(6);
  if (kind === 0) return syncFrame(id, SYNC.step1, before);
  if (kind === 1) return awarenessFrame(id, random.bytes(random.below(60)));
  if (kind === 2) root.delete(random.below(root.length), 1);
  else if (kind === 3) (root.get(0) as Y.XmlElement).setAttribute("level", 3 as never);
  else {
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText();
    text.insert(0, "Words and words", kind === 4 ? { bold: {} } : { link: { href: "https://example.com/a" } });
    paragraph.insert(0, [text]);
    root.insert(random.below(root.length), [paragraph]);
  }
  return syncFrame(id, random.below(2) ? SYNC.update : SYNC.step2, Y.encodeStateAsUpdate(doc, before));
}

/** Nothing at all that is a message, or the beginning of one. */
const noise = (random: Random) =>
  random.below(2) ? random.bytes(random.below(200)) : Buffer.concat([syncFrame(id, 0, new Uint8Array()).subarray(0, HEAD), random.bytes(random.below(60))]);

async function join(headers: { cookie: string }): Promise<WebSocket> {
  const ws = await rawSocket(there.url, headers);
  const met = new Promise<void>((resolve) => {
    ws.on("message", (bytes) => (bytes as Buffer).length > 200 && resolve());
    ws.on("close", () => resolve());
  });
  ws.send(tokenFrame(id, JSON.stringify({ schema: DOCUMENT_SCHEMA })));
  ws.send(syncFrame(id, SYNC.step1, new Uint8Array([0])));
  ws.send(syncFrame(id, SYNC.step2, Y.encodeStateAsUpdate(new Y.Doc())));
  await met;
  return ws;
}

test(`${MESSAGES} random and mutated messages`, { timeout: MINUTES * 60_000 }, async () => {
  let sent = 0;
  const people = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => signedIn(`Odd ${n}`)));
  const odd = async (n: number) => {
    const random = randomOf(n + 1);
    let ws: WebSocket | null = null;
    while (sent < MESSAGES) {
      if (!ws || ws.readyState !== ws.OPEN) ws = await join(people[n]!.headers).catch(async () => null);
      if (!ws) {
        // As many as one person may open in a minute: they sign in as somebody else.
        people[n] = await signedIn(`Odd ${n}`);
        continue;
      }
      const message = random.below(3) === 0 ? noise(random) : mutated(whole(random), random, random.below(4) ? HEAD : 0);
      sent++;
      await new Promise<void>((resolve) => ws!.send(message, () => resolve()));
      // Somebody goes on writing between them.
      if (sent % 100 === 0) await writer.write(`Line ${sent}.`).stored();
    }
    ws?.terminate();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => odd(n)));
  expect(broken).toEqual([]);
  // A mutation may leave a message whole: then it is an edit like another, and stands in every copy.
  const { doc } = await loadDocument(id);
  const fresh = await Writer.open(there.url, id, { cookie: await makeSession(ada) });
  expect(fresh.text).toBe(doc.getXmlFragment(FRAGMENT).toString());
  await writer.until(() => writer.text === fresh.text);
  expect(projectionOf(doc).json.type).toBe("doc");
  fresh.close();
});
