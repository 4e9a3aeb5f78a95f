import { beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { getPostmortem } from "../postmortems/queries";
import { projectionOf, replaceText } from "../documents/projection";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { appendUpdates, loadDocument, updatesAfter } from "./log";
import { writeDocument } from "../testing/postmortems";

let ctx: ReturnType<typeof ctxOf>;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
});
async function begin() {
  const { ref } = await declareIncident(ctx, { title: unique("Pool") });
  return { ref, ...(await startPostmortem(ctx, ref, {})) };
}

test("updates are numbered without a gap, whoever appends at the same time, and read back in order", async () => {
  const { id } = await begin();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => void updates.push(update));
  for (let n = 0; n < 40; n++) doc.getArray("x").push([n]);
  const seqs = await Promise.all(updates.map((update) => appendUpdates(id, [{ update, personId: ctx.actor.id }])));
  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  expect(
    await appendUpdates(
      id,
      updates.map((update) => ({ update, personId: null })),
    ),
  ).toBe(80);
  const rows = await updatesAfter(id, 40);
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 41));
  const { doc: loaded, seq } = await loadDocument(id);
  expect([seq, loaded.getArray("x").toArray()]).toEqual([80, Array.from({ length: 40 }, (_, n) => n)]);
});

test("the app writes beside whoever writes, and says when nothing differed", async () => {
  const { id, ref, json } = await begin();
  json.content![1] = { type: "paragraph", content: [{ type: "text", text: "Checkout answered 502." }] };
  expect(await writeDocument(id, null, (doc) => replaceText(doc, json))).toBe(true);
  expect(await writeDocument(id, null, (doc) => replaceText(doc, json))).toBe(false);
  expect((await getPostmortem(ctx, ref)).words).toBe(3);
  expect(projectionOf((await loadDocument(id)).doc).sections).toHaveLength(1);
});
