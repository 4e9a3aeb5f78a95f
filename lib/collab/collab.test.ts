import { afterAll, beforeAll, expect, test } from "vitest";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { CollabProcess, Writer } from "../testing/collab";
import { unique } from "../testing/factories";
import { type SignedIn, signedIn } from "../testing/live";
import { loadDocument } from "./log";
import { FRAGMENT } from "../documents/words";

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
