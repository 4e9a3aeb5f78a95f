import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeStateAsUpdate, XmlElement, XmlText } from "yjs";
import { change } from "../auth/change";
import { db } from "../db";
import { projectionOf } from "../documents/projection";
import { declareIncident } from "../incidents/mutations";
import { installJobs } from "../jobs/install";
import { startPostmortem } from "../postmortems/mutations";
import { getPostmortem } from "../postmortems/queries";
import { CollabProcess } from "../testing/collab";
import { Writer } from "../testing/writer";
import { dumpHolding } from "../testing/dump";
import { unique } from "../testing/factories";
import { type SignedIn, signedIn } from "../testing/live";
import { foldQuietly, readProjection, unfolded } from "./fold";
import { Folding } from "./folding";
import { loadDocument, seqsOf } from "./log";
import { redactDocument } from "./redaction";

let there: CollabProcess;
let other: CollabProcess;
let ada: SignedIn;

beforeAll(async () => {
  await installJobs();
  [there, other] = await Promise.all([CollabProcess.start(), CollabProcess.start()]);
  ada = await signedIn("Ada");
  (globalThis as { candorCollab?: unknown }).candorCollab = there.collab;
});
afterAll(async () => {
  (globalThis as { candorCollab?: unknown }).candorCollab = undefined;
  await Promise.all([there.stop(), other.stop()]);
});

const begin = async () => {
  const { ref } = await declareIncident(ada.ctx, { title: unique("Pool") });
  return { ref, ...(await startPostmortem(ada.ctx, ref, {})) };
};
const open = (id: string, at = there) => Writer.open(at.url, id, ada.headers, { id: ada.id, name: "Ada" });
const logged = (documentId: string) => db().reader.documentUpdate.count({ where: { documentId } });

test("what arrives while a log is folded is lost neither to the snapshot nor to those who write", async () => {
  const { id, ref } = await begin();
  const [a, b] = await Promise.all([open(id), open(id, other)]);
  let folds = 0;
  let writing = true;
  const folding = (async () => {
    while (writing) if ((await foldQuietly(id)) === "folded") folds++;
  })();
  for (let n = 0; n < 60; n++) {
    a.write(`Ada ${n}.`);
    b.write(`Ben ${n}.`);
    if (n % 10 === 9) await Promise.all([a.stored(), b.stored()]);
  }
  await Promise.all([a.stored(), b.stored(), a.sees("Ben 59."), b.sees("Ada 59.")]);
  writing = false;
  await folding;
  expect(folds).toBeGreaterThan(2);
  await foldQuietly(id);
  expect(await logged(id)).toBe(0);
  const { doc, seq } = await loadDocument(id);
  expect(await seqsOf([id])).toEqual([[id, seq]]);
  expect(a.text).toBe(b.text);
  expect(doc.getXmlFragment("default").toString()).toBe(a.text);
  const { sections: _, ...read } = projectionOf(doc);
  expect(await getPostmortem(ada.ctx, ref)).toMatchObject({ ...read, authors: [{ id: ada.id }] });
  a.close();
  b.close();
});

test("a process that missed rows which are folded by now takes the snapshot", async () => {
  const { id } = await begin();
  const deaf = await CollabProcess.start(50);
  await deaf.hub.deafen();
  const [a, b] = await Promise.all([open(id), open(id, deaf)]);
  a.write("Before the fold.");
  await a.stored();
  await foldQuietly(id);
  await b.sees("Before the fold.");
  a.close();
  b.close();
  await deaf.stop();
});

test("what nobody folded is found after a while, and read as it stands until then", async () => {
  const { id } = await begin();
  const a = await open(id);
  a.write("Three small words.");
  await a.stored();
  expect((await readProjection(id)).words).toBe(3);
  expect(await unfolded(-60_000, 1000)).toContain(id);
  expect(await unfolded(60_000, 1000)).not.toContain(id);
  expect(await foldQuietly(id)).toBe("folded");
  expect((await readProjection(id)).words).toBe(3);
  expect(await unfolded(-60_000, 1000)).not.toContain(id);
  a.close();
});

test("who wrote is known at once, and a fold that came while the incident was being written comes again by itself", async () => {
  const { id, ref } = await begin();
  const ben = await signedIn("Ben");
  const folding = new Folding(40);
  const [a, b] = await Promise.all([open(id), Writer.open(there.url, id, ben.headers, { id: ben.id, name: "Ben" })]);
  await db().writer.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from incident where id = (select "incidentId" from postmortem where id = ${id}::uuid) for update`;
    b.write("Ben wrote.");
    await b.stored();
    a.write("Ada wrote.");
    await a.stored();
    folding.written(id);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await foldQuietly(id)).toBe("busy");
    expect((await getPostmortem(ada.ctx, ref)).authors.map((person) => person.id)).toEqual([ben.id, ada.id]);
  });
  await expect.poll(() => logged(id)).toBe(0);
  expect((await getPostmortem(ada.ctx, ref)).authors.map((person) => person.id)).toEqual([ben.id, ada.id]);
  await folding.stop();
  a.close();
  b.close();
});

test("a redaction leaves no byte of the text, and reaches whoever has the document open, in every process", async () => {
  const { id, ref } = await begin();
  const secret = `hunter${unique("").replace(/\W/g, "")}`;
  const [a, b] = await Promise.all([open(id), open(id, other)]);
  a.write(`The password ${secret} was in the log.`);
  // Letter by letter, half of it bold, and once in an address.
  const text = a.write("x").fragment.get(a.fragment.length - 1) as unknown as { get(n: number): XmlText };
  for (const letter of secret) text.get(0).insert(text.get(0).length, letter);
  text.get(0).format(3, 4, { bold: {} });
  text.get(0).insert(0, "here", { link: { href: `https://logs.example/${secret}` } });
  await Promise.all([a.stored(), b.until(() => b.text.split(secret).length >= 2)]);
  await foldQuietly(id);
  a.write(`Again ${secret}.`);
  await Promise.all([a.stored(), b.sees(`Again ${secret}`)]);
  expect(await dumpHolding(secret)).toEqual(expect.arrayContaining(["public.document_snapshot", "public.document_update", 'search."row"']));

  const found = await change(ada.ctx, "postmortem.write", { incident: ref }, async (c) => {
    const result = await redactDocument(c, id, secret);
    c.record({ type: "postmortem.restored", data: { postmortemId: id, version: 1 } });
    return result;
  });
  expect(found).toBe(true);
  expect(await dumpHolding(secret)).toEqual([]);
  for (const writer of [a, b]) {
    await writer.until(() => !writer.text.includes(secret) && writer.text.includes("[redacted]"));
    expect(Buffer.from(encodeStateAsUpdate(writer.doc)).includes(secret)).toBe(false);
  }
  expect((await getPostmortem(ada.ctx, ref)).markdown.match(/\[redacted/g)).toHaveLength(3);
  a.write("On we go.");
  await Promise.all([a.stored(), b.sees("On we go.")]);
  await foldQuietly(id);
  expect(await dumpHolding(secret)).toEqual([]);
  a.close();
  b.close();
});

test("an odd text is folded: signs that no database holds, and headings that are called as each other's second time", async () => {
  const { id, ref } = await begin();
  const odd = await open(id);
  odd.doc.transact(() => {
    for (const words of ["Pool", "Pool", "Pool 2"]) {
      const [heading, paragraph] = [new XmlElement("heading"), new XmlElement("paragraph")];
      heading.setAttribute("level", 2 as never);
      heading.insert(0, [new XmlText(words)]);
      paragraph.insert(0, [new XmlText("a NUL \0 within")]);
      odd.fragment.insert(odd.fragment.length, [heading, paragraph]);
    }
    const link = new XmlText();
    (odd.fragment.get(odd.fragment.length - 1) as XmlElement).insert(1, [link]);
    link.insert(0, "half a letter", { link: { href: "https://x.example/\ud800" } });
  });
  await odd.stored();
  odd.close();
  // Folded when the last one leaves.
  await expect.poll(() => logged(id)).toBe(0);
  expect((await getPostmortem(ada.ctx, ref)).markdown).toContain("a NUL \ufffd within");
});
