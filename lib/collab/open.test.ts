import { expect, test } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "../documents/words";
import { declareIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { applyUpdates, storedOf } from "./log";
import { OpenDocument } from "./open";

test("what is not taken is answered after what was sent before it: an answer names no message", async () => {
  const ctx = ctxOf(await makePerson());
  const { ref } = await declareIncident(ctx, { title: "Pool" });
  const { id } = await startPostmortem(ctx, ref, {});
  const { state, updates, seq } = await storedOf(id);
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT);
  applyUpdates(doc, [state, ...updates]);
  const open = new OpenDocument(id, doc, seq, { logged: () => undefined, failed: () => undefined });

  const written = new Y.Doc();
  Y.applyUpdate(written, Y.encodeStateAsUpdate(doc));
  written.getXmlFragment(FRAGMENT).push([new Y.XmlElement("horizontalRule")]);
  const said: string[] = [];
  await new Promise<void>((resolve) => {
    open.write(Y.encodeStateAsUpdate(written), ctx.actor.id, () => said.push("stored"));
    // Their role was taken from them in this moment.
    open.inTurn(() => resolve(void said.push("not taken")));
  });
  open.inTurn(() => said.push("nothing to wait for"));
  open.close();
  expect(said).toEqual(["stored", "not taken", "nothing to wait for"]);
});
