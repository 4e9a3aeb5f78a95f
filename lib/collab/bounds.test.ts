import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { DOCUMENT_SCHEMA, FRAGMENT } from "../documents/words";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { CollabProcess, rawSocket } from "../testing/collab";
import { Writer } from "../testing/writer";
import { unique } from "../testing/factories";
import { type SignedIn, signedIn } from "../testing/live";
import { awarenessFrame, KIND, SYNC, syncFrame, tokenFrame } from "./frames";
import { loadDocument, seqsOf } from "./log";

/** Messages that no editor of ours sends: they close the socket that they came by, nothing is stored, and nobody else notices. */

let there: CollabProcess;
let ada: SignedIn;
let vic: SignedIn;
let id: string;
let writer: Writer;

beforeAll(async () => {
  there = await CollabProcess.start();
  [ada, vic] = await Promise.all([signedIn("Ada"), signedIn("Vic", "viewer")]);
  const { ref } = await declareIncident(ada.ctx, { title: unique("Pool") });
  id = (await startPostmortem(ada.ctx, ref, {})).id;
  writer = await Writer.open(there.url, id, ada.headers, { id: ada.id, name: "Ada" });
});
afterAll(async () => {
  writer.close();
  await there.stop();
});

/** After the length and the letters of an id. */
const KIND_AT = 37;
const storedText = async () => (await loadDocument(id)).doc.getXmlFragment(FRAGMENT).toString();
const closedBy = (ws: WebSocket) => new Promise<number>((resolve) => ws.once("close", resolve));

/** Joined by hand: signed in, told what is here, having said that it has nothing. */
async function joined(who: SignedIn): Promise<{ ws: WebSocket; closed: Promise<number>; doc: Y.Doc }> {
  const ws = await rawSocket(there.url, who.headers);
  const doc = new Y.Doc();
  const met = new Promise<void>((resolve) => ws.on("message", (bytes) => (bytes as Buffer).length > 200 && resolve()));
  ws.send(tokenFrame(id, JSON.stringify({ schema: DOCUMENT_SCHEMA })));
  ws.send(syncFrame(id, SYNC.step1, Y.encodeStateVector(doc)));
  await met;
  const answered = new Promise<void>((resolve) => ws.on("message", (bytes) => (bytes as Buffer)[KIND_AT] === KIND.stored && resolve()));
  ws.send(syncFrame(id, SYNC.step2, Y.encodeStateAsUpdate(doc)));
  await answered;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  return { ws, closed: closedBy(ws), doc };
}

/** What altering a copy of the document makes of it. */
function updateBy(doc: Y.Doc, alter: (root: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => alter(doc.getXmlFragment(FRAGMENT), doc));
  return Y.encodeStateAsUpdate(doc, before);
}
const element = (name: string, attributes: Record<string, unknown> = {}, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
};
const marked = (marks: Record<string, unknown>) => {
  const text = new Y.XmlText();
  text.insert(0, "words", marks);
  return element("paragraph", {}, text);
};
/** A quote in a quote in a quote. */
function bury(root: Y.XmlFragment) {
  let place: Y.XmlFragment = root;
  for (let depth = 0; depth < 3000; depth++) {
    const inside = element("blockquote");
    place.insert(0, [inside]);
    place = inside;
  }
}
const put = (made: Y.XmlElement | Y.XmlText) => (root: Y.XmlFragment) => root.insert(0, [made]);

const UNFIT: [string, (root: Y.XmlFragment, doc: Y.Doc) => void][] = [
  ["a node that the schema has not", put(element("script"))],
  ["a node within that the schema has not", put(element("blockquote", {}, element("iframe")))],
  ["a second document", put(element("doc"))],
  ["an event handler", put(element("paragraph", { onclick: "alert(1)" }))],
  ["an attribute of another node", put(element("paragraph", { level: 2 }))],
  ["an attribute that is an object", put(element("heading", { level: { a: 1 } }))],
  ["an attribute without end", put(element("picture", { alt: "x".repeat(5000) }))],
  ["a block that shows nothing there is", put(element("live", { kind: "constructor" }))],
  ["a callout of no kind", put(element("callout", { kind: "some words" }, element("paragraph")))],
  ["a moment that is no time", put(element("moment", { at: "some words" }))],
  ["deeper than any stack", bury],
  ["a mark that the schema has not", put(marked({ style: { color: "red" } }))],
  ["an address that runs", put(marked({ link: { href: "javascript:alert(1)" } }))],
  ["an address that runs, hidden", put(marked({ link: { href: "java\tscript:alert(1)" } }))],
  ["an attribute of a mark that it has not", put(marked({ link: { href: "/a", onclick: "alert(1)" } }))],
  ["another top-level type", (_, doc) => doc.getMap("more").set("a", 1)],
  ["a map inside", (root) => (root.get(0) as Y.XmlElement).setAttribute("section", new Y.Map() as never)],
  ["a document inside", (root) => (root.get(0) as Y.XmlElement).setAttribute("section", new Y.Doc() as never)],
  ["something embedded in text", (root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { image: "x" })],
  ["an attribute of the whole", (root) => (root as unknown as Y.XmlElement).doc!.transact(() => Y.XmlElement.prototype.setAttribute.call(root, "a", "b"))],
];

test.each(UNFIT)("%s", async (_name, alter) => {
  const { ws, closed, doc } = await joined(ada);
  const before = [await seqsOf([id]), await storedText(), writer.text];
  ws.send(syncFrame(id, SYNC.update, updateBy(doc, alter)));
  expect(await closed).toBe(1008);
  expect([await seqsOf([id]), await storedText(), writer.text]).toEqual(before);
  await writer.write("On we go.").stored();
  expect(writer.wire.state).toBe("online");
});

const ODD: [string, (at: { ws: WebSocket; doc: Y.Doc }) => void, number][] = [
  ["text instead of bytes", ({ ws }) => ws.send("hello"), 1008],
  ["no bytes at all", ({ ws }) => ws.send(Buffer.alloc(0)), 1008],
  ["another document", ({ ws }) => ws.send(syncFrame("01a8b6a4-0000-7000-8000-000000000000", SYNC.step1, new Uint8Array([0]))), 1008],
  [
    "a message for everyone",
    ({ ws }) => ws.send(Buffer.concat([syncFrame(id, 0, new Uint8Array()).subarray(0, KIND_AT), Buffer.from([6, 2, 104, 105])])),
    1008,
  ],
  ["a kind that there is not", ({ ws }) => ws.send(Buffer.concat([syncFrame(id, 0, new Uint8Array()).subarray(0, KIND_AT), Buffer.from([99])])), 1008],
  ["a state vector of nonsense", ({ ws }) => ws.send(syncFrame(id, SYNC.step1, new Uint8Array([255, 255, 255, 255, 15]))), 1008],
  ["an update of nonsense", ({ ws }) => ws.send(syncFrame(id, SYNC.update, new Uint8Array([1, 2, 3, 4]))), 1008],
  ["an update that follows on what nobody has", ({ ws, doc }) => ws.send(syncFrame(id, SYNC.update, later(doc))), 1008],
  ["a message without end", ({ ws }) => ws.send(Buffer.alloc(1_000_001)), 1009],
  ["the whole asked for again and again", ({ ws }) => Array.from({ length: 30 }, () => ws.send(syncFrame(id, SYNC.step1, new Uint8Array([0])))), 1008],
  ["more than any hand writes", ({ ws }) => Array.from({ length: 3100 }, () => ws.send(awarenessFrame(id, new Uint8Array([0])))), 1008],
  ["carets of nonsense", ({ ws }) => ws.send(awarenessFrame(id, new Uint8Array([3, 1, 1]))), 1008],
];
function later(doc: Y.Doc): Uint8Array {
  updateBy(doc, put(element("paragraph")));
  return updateBy(doc, put(element("paragraph")));
}

test.each(ODD)("%s", async (_name, send, code) => {
  const at = await joined(ada);
  const before = [await seqsOf([id]), await storedText(), writer.text];
  send(at);
  expect(await at.closed).toBe(code);
  expect([await seqsOf([id]), await storedText(), writer.text]).toEqual(before);
  await writer.write("On we go.").stored();
});

describe("whoever may only read", () => {
  test("changes nothing by a forged update, also after the document was loaded anew", async () => {
    const { ws, doc } = await joined(vic);
    const before = await storedText();
    const answers: number[] = [];
    const answered = new Promise<void>((resolve) =>
      ws.on("message", (bytes) => {
        if ((bytes as Buffer)[KIND_AT] === KIND.stored) answers.push((bytes as Buffer)[KIND_AT + 1]!);
        if (answers.length === 2) resolve();
      }),
    );
    const forged = updateBy(doc, put(element("paragraph", {}, new Y.XmlText("Forged."))));
    ws.send(syncFrame(id, SYNC.update, forged));
    ws.send(syncFrame(id, SYNC.step2, Y.encodeStateAsUpdate(doc)));
    await answered;
    // "Not taken", to both.
    expect(answers).toEqual([0, 0]);
    ws.close();
    expect(await storedText()).toBe(before);
    expect(writer.text).not.toContain("Forged");
    const late = await Writer.open(there.url, id, ada.headers);
    expect(late.text).toBe(before);
    late.close();
  });

  test("is told so, sees what is written, and is seen", async () => {
    const reader = await Writer.open(there.url, id, vic.headers, { id: vic.id, name: "Vic" });
    expect(reader.wire.readOnly).toBe(true);
    writer.write("For Vic.");
    await reader.sees("For Vic.");
    await writer.until(() => [...writer.awareness.getStates().values()].some(({ user }) => user.id === vic.id));
    reader.close();
    await writer.until(() => writer.awareness.getStates().size === 1);
  });
});

test("nobody speaks for somebody else: neither by another's name, nor by another's client, nor at length", async () => {
  const ben = await signedIn("Ben");
  const mallory = await Writer.open(there.url, id, ben.headers, { id: ben.id, name: "Ada" });
  const seen = () => [...writer.awareness.getStates().values()].map(({ user }) => user.name).sort();
  await writer.until(() => seen().length === 2);
  expect(seen()).toEqual(["Ada", "Ben"]);
  mallory.awareness.setLocalState({ user: { id: ada.id, name: "Ada" } });
  mallory.awareness.setLocalState({ user: { id: ben.id, name: "Ben" }, cursor: "x".repeat(10_000) });
  mallory.awareness.setLocalState({ user: { id: ben.id, name: "Ben" }, place: "impact" });
  await writer.until(() => [...writer.awareness.getStates().values()].some(({ place }) => place === "impact"));
  expect(seen()).toEqual(["Ada", "Ben"]);
  mallory.close();
});

test("an editor of an older schema is told to load the page again", async () => {
  const ws = await rawSocket(there.url, ada.headers);
  ws.send(tokenFrame(id, JSON.stringify({ schema: DOCUMENT_SCHEMA - 1 })));
  expect(await closedBy(ws)).toBe(4426);
});
