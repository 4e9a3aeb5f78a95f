import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb } from "../db";
import { declareIncident } from "../incidents/mutations";
import { dropKeptHint, keepHint } from "../language/mutations";
import { LiveProcess, type SignedIn, signedIn } from "../testing/live";
import { isEvent } from "./channel";
import type { EventMessage, LiveMessage } from "./schema";

/** What is kept shows in every open browser, whichever process it hangs on, and tells nobody who kept it. */

let here: LiveProcess;
let there: LiveProcess;
let ana: SignedIn;
let bo: SignedIn;
const home = globalThis as unknown as { candorHub?: unknown };
beforeAll(async () => {
  [here, there] = await Promise.all([LiveProcess.start(500), LiveProcess.start(500)]);
  home.candorHub = here.hub;
  [ana, bo] = await Promise.all([signedIn("Ana"), signedIn("Bo")]);
});
afterAll(async () => {
  home.candorHub = undefined;
  await Promise.all([here.stop(), there.stop()]);
  await closeDb();
});

test("kept and shown again: two processes hear the row, and that it is gone", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Pool" });
  const sockets = await Promise.all([here, there].map((process) => process.open(bo.headers)));
  for (const socket of sockets) socket.say({ subscribe: ref, after: seq });
  await Promise.all(sockets.map((socket) => socket.until((message) => message.type === "caught_up")));
  const heard = (type: string) =>
    Promise.all(sockets.map((socket) => socket.until<EventMessage>((message: LiveMessage) => isEvent(message) && message.type === type)));
  const row = await keepHint(ana.ctx, ref, { rule: "should-have", key: "0123456789abcd" });
  for (const message of await heard("hint.kept")) {
    expect(message.row).toEqual(row);
    expect(JSON.stringify(message)).not.toContain(ana.ctx.actor.id);
  }
  await dropKeptHint(ana.ctx, ref, row.id);
  for (const { row: gone } of await heard("hint.dropped")) expect(gone).toEqual({ id: row.id, gone: true });
});
