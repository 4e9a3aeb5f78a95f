import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb } from "../db";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { publishPostmortem } from "../publishing/mutations";
import { approveReview, requestReview } from "../reviews/mutations";
import { LiveProcess, type SignedIn, signedIn } from "../testing/live";
import { writeSection } from "../testing/postmortems";
import { isEvent } from "./channel";
import type { EventMessage, LiveMessage } from "./schema";

/** What happens to a post-mortem reaches every page that is open, whichever process made it: its state, and nothing of its text. */

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

const of = (type: string) => (message: LiveMessage) => isEvent(message) && message.type === type;

test("begun, asked for, approved, published: two processes hear each with the state that it left", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Pool" });
  const sockets = await Promise.all([here, there].map((process) => process.open(bo.headers)));
  for (const socket of sockets) socket.say({ subscribe: ref, after: seq });
  await Promise.all(sockets.map((socket) => socket.until((message) => message.type === "caught_up")));
  const heard = async (type: string) => {
    const messages = await Promise.all(sockets.map((socket) => socket.until<EventMessage>(of(type))));
    expect(JSON.stringify(messages)).not.toContain("hunter");
    const [one, other] = messages.map(({ row }) => row);
    expect(one).toEqual(other);
    return one;
  };
  const { id } = await startPostmortem(ana.ctx, ref, {});
  expect(await heard("postmortem.started")).toMatchObject({ id, status: "draft", version: 1 });
  await writeSection(id, ana.ctx.actor.id, "summary", "It was hunter2.");
  await requestReview(ana.ctx, ref, { personIds: [bo.ctx.actor.id] });
  expect(await heard("postmortem.review_requested")).toMatchObject({ status: "in_review", reviews: [{ person: { id: bo.ctx.actor.id }, state: "requested" }] });
  await approveReview(bo.ctx, ref, {});
  expect(await heard("postmortem.approved")).toMatchObject({ status: "approved" });
  await publishPostmortem(ana.ctx, ref, {});
  expect(await heard("postmortem.published")).toMatchObject({ status: "published", publishedVersion: 1, reviews: [] });
});

test("whoever may not see the incident any more hears of none of it", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Pool", visibility: "private" });
  await updateIncident(ana.ctx, ref, { title: "The pool" });
  const socket = await there.open(bo.headers);
  socket.say({ subscribe: ref, after: seq });
  await socket.until((message) => message.type === "not_found");
  await startPostmortem(ana.ctx, ref, {});
  await socket.settled();
  expect(socket.messages.filter(isEvent)).toEqual([]);
});
