import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { CollabProcess } from "../testing/collab";
import { Writer } from "../testing/writer";
import { unique } from "../testing/factories";
import { type SignedIn, signedIn } from "../testing/live";
import { loadDocument } from "./log";
import { Full, Trial } from "./trial";
import { DOCUMENT_SCHEMA, FRAGMENT } from "../documents/words";

let one: CollabProcess;
let two: CollabProcess;
let ada: SignedIn;
let ben: SignedIn;

beforeAll(async () => {
  [one, two] = await Promise.all([CollabProcess.start(), CollabProcess.start()]);
  [ada, ben] = await Promise.all([signedIn("Ada"), signedIn("Ben")]);
});
afterAll(() => Promise.all([one.stop(), two.stop()]));

const begin = async () => {
  const { ref } = await declareIncident(ada.ctx, { title: unique("Pool") });
  return { ref, ...(await startPostmortem(ada.ctx, ref, {})) };
};
const open = (of: { id: string }, who: SignedIn, at = one) => Writer.open(at.url, of.id, who.headers, { id: who.id, name: who.ctx.actor.name });
const storedText = async (id: string) => (await loadDocument(id)).doc.getXmlFragment(FRAGMENT).toString();

test("what one writes the other sees, and what was said to be stored is stored", async () => {
  const document = await begin();
  const [a, b] = await Promise.all([open(document, ada), open(document, ben)]);
  a.write("The pool was exhausted.");
  await Promise.all([a.stored(), b.sees("The pool was exhausted.")]);
  expect(await storedText(document.id)).toBe(a.text);
  b.write("Checkout answered 502.");
  await Promise.all([b.stored(), a.sees("502")]);
  expect(a.text).toBe(b.text);
  a.close();
  b.close();
});

test("two processes serve one document, also to whoever opens it later", async () => {
  const document = await begin();
  const [a, b] = await Promise.all([open(document, ada, one), open(document, ben, two)]);
  for (let n = 0; n < 20; n++) {
    a.write(`Ada ${n}.`);
    b.write(`Ben ${n}.`);
  }
  await Promise.all([a.stored(), b.stored()]);
  await Promise.all([a, b].map((writer) => writer.until(() => writer.text.includes("Ada 19.") && writer.text.includes("Ben 19."))));
  expect(a.text).toBe(b.text);
  await b.until(() => [...b.awareness.getStates().values()].some(({ user }) => user.name === "Ada"));
  const late = await open(document, ada, two);
  expect(late.text).toBe(a.text);
  expect(await storedText(document.id)).toBe(a.text);
  for (const writer of [a, b, late]) writer.close();
});

test("whoever comes back sees who is there, and is seen, though nobody moved meanwhile", async () => {
  const document = await begin();
  const [a, b] = await Promise.all([open(document, ada), open(document, ben)]);
  const sees = (writer: Writer, name: string) => [...writer.awareness.getStates().values()].some(({ user }) => user?.name === name);
  const each = () => [a.until(() => sees(a, "Ben"), 4000), b.until(() => sees(b, "Ada"), 4000)];
  await Promise.all(each());
  b.wire.sleep();
  await a.until(() => !sees(a, "Ben"));
  expect(sees(b, "Ada")).toBe(false);
  b.wire.wake();
  await Promise.all(each());
  for (const writer of [a, b]) writer.close();
});

test("what was written without a network, and before the page was closed, is sent when it is opened again", async () => {
  const document = await begin();
  const first = await open(document, ada);
  const kept = Y.encodeStateAsUpdate(first.doc);
  first.close();
  // As the browser holds it: its own document, on which somebody wrote in the train.
  const train = new Y.Doc();
  Y.applyUpdate(train, kept);
  train.getXmlFragment(FRAGMENT).push([new Y.XmlElement("horizontalRule")]);
  const other = await open(document, ben);
  other.write("Meanwhile.");
  await other.stored();

  const again = new Writer(two.url, document.id, ada.headers, { id: ada.id, name: "Ada" });
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(train), "kept");
  expect(again.wire.acknowledged.unsent).toBe(1);
  await Promise.all([again.stored(), again.sees("Meanwhile."), other.until(() => other.text.includes("<horizontalrule>"))]);
  expect(await storedText(document.id)).toBe(other.text);
  for (const writer of [again, other]) writer.close();
});

test("Hocuspocus' own provider is served as well", async () => {
  const document = await begin();
  const doc = new Y.Doc();
  class Signed extends WebSocket {
    constructor(url: string) {
      super(url, { headers: ada.headers });
    }
  }
  const socket = new HocuspocusProviderWebsocket({ url: one.url, WebSocketPolyfill: Signed });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: document.id, document: doc, token: JSON.stringify({ schema: DOCUMENT_SCHEMA }) });
  const synced = new Promise<void>((resolve) => provider.on("synced", () => resolve()));
  provider.attach();
  // Written before either knows of the other.
  doc.getXmlFragment(FRAGMENT).push([new Y.XmlElement("horizontalRule")]);
  await synced;
  const sent = new Promise<void>((resolve) => provider.on("unsyncedChanges", ({ number }: { number: number }) => number === 0 && resolve()));
  doc.getXmlFragment(FRAGMENT).push([new Y.XmlElement("horizontalRule")]);
  await sent;
  const writer = await open(document, ben);
  expect(writer.text.match(/<horizontalrule>/g)).toHaveLength(2);
  provider.destroy();
  socket.destroy();
  writer.close();
});

test("a document that is as large as one may be takes no more, and goes on when something was taken out", () => {
  const trial = new Trial(Y.encodeStateAsUpdate(new Y.Doc()));
  const doc = new Y.Doc();
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment(FRAGMENT).push([paragraph]);
  const stored = [Y.encodeStateAsUpdate(doc)];
  trial.take(stored[0]!);
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  for (let n = 0; n < 11; n++) text.insert(0, "x".repeat(950_000));
  const last = updates.pop()!;
  for (const update of updates) trial.take(update);
  expect(() => trial.take(last)).toThrow(Full);
  trial.destroy();
  // What was refused spent the trial; the next one begins with what is stored.
  const next = new Trial(new Uint8Array([0, 0]), [...stored, ...updates]);
  const shorter = new Y.Doc();
  for (const update of [...stored, ...updates]) Y.applyUpdate(shorter, update);
  const before = Y.encodeStateVector(shorter);
  ((shorter.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 2_000_000);
  expect(next.take(Y.encodeStateAsUpdate(shorter, before))).not.toBeNull();
  ((shorter.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "x".repeat(900_000));
  expect(next.take(Y.encodeStateAsUpdate(shorter, before))).not.toBeNull();
  next.destroy();
});
