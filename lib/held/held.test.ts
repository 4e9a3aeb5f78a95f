import { beforeAll, describe, expect, it } from "vitest";
import { addActionItem, removeActionItem, updateActionItem } from "../actions/mutations";
import { getActionItem } from "../actions/queries";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { addFactor } from "../factors/mutations";
import { listInbox } from "../inbox/queries";
import { declareIncident } from "../incidents/mutations";
import { eventsAfter, messagesOf } from "../live/rows";
import { takeRole } from "../roles/mutations";
import { foldSearch } from "../search/fold";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, makeService, type TestPerson, unique } from "../testing/factories";
import { setStatus } from "../timeline/mutations";
import { heldAsk } from "./jobs";
import { answerHeld } from "./mutations";
import { listHeld } from "./queries";

let ada: TestPerson;
let ctx: Ctx;
beforeAll(async () => {
  ada = await makePerson();
  ctx = ctxOf(ada);
});

const once = { signal: new AbortController().signal };
const jobsOf = async (incidentId: string) =>
  (
    await db().reads.query<{ data: { incidentId: string; personId: string } }>(
      "select data from pgboss.job where name = 'held.ask' and data->>'incidentId' = $1",
      [incidentId],
    )
  ).rows;
/** Resolves it, and does what was put off by that. */
async function resolve(who: Ctx, incident: { ref: string; id: string }) {
  await setStatus(who, incident.ref, { status: "resolved" });
  const [job] = (await jobsOf(incident.id)).reverse();
  await heldAsk.run(job!.data, once);
}
async function doneItem(ref: string, title: string, more: { factorId?: string } = {}) {
  const { id } = await addActionItem(ctx, ref, { title, ...more });
  return updateActionItem(ctx, id, { status: "done" });
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) => [error.code, error.details?.errors?.[0]?.path].filter(Boolean).join(" "),
  );

/** A past incident with a done item, an open one, and a factor; and a second of the same service about something else. */
async function world(more: { visibility?: "private" } = {}) {
  const service = await makeService();
  const word = unique("flamingo").replaceAll(" ", "");
  const past = await declareIncident(ctx, { title: `${word} pool is full`, serviceIds: [service.id], mode: "near_miss", ...more });
  const factor = await addFactor(ctx, past.ref, { tag: "race" });
  const item = await doneItem(past.ref, "Alert on the pool", { factorId: factor.id });
  await addActionItem(ctx, past.ref, { title: "Not done" });
  const other = await declareIncident(ctx, { title: unique("Something else entirely"), serviceIds: [service.id] });
  await doneItem(other.ref, "Nothing alike");
  await foldSearch();
  return { service, word, past, item };
}

describe("did it hold?", () => {
  it("is asked once of the like ones when it is over, answered, and shown on both sides", async () => {
    const { service, word, past, item } = await world();
    const lead = await makePerson();
    const incident = await declareIncident(ctx, { title: `${word} again`, serviceIds: [service.id] });
    await takeRole(ctx, incident.ref, { role: "lead", personId: lead.id });
    await resolve(ctx, incident);
    const asked = { actionItemId: item.id, ref: item.ref, title: "Alert on the pool", incidentRef: past.ref, answer: null, note: "" };
    expect((await listHeld(ctx, incident.ref)).items).toEqual([expect.objectContaining(asked)]);
    const waiting = async () => (await listInbox(ctxOf(lead))).items.filter(({ kind }) => kind === "held").map(({ url, title }) => ({ url, title }));
    expect(await waiting()).toEqual([{ url: `/incidents/${incident.ref}/actions#held`, title: `${incident.ref} is over: did what was done before hold?` }]);
    expect(await eventsOf("action.asked", {})).toContainEqual(expect.objectContaining({ incidentId: incident.id, data: { items: 1 } }));

    // Reopened and over again: nobody is asked twice.
    await setStatus(ctx, incident.ref, { status: "investigating" });
    await resolve(ctx, incident);
    expect(await waiting()).toHaveLength(1);

    const answered = await answerHeld(ctx, item.ref, { incidentRef: incident.ref, answer: "fired", note: "After two minutes" });
    expect(answered.held).toEqual([{ incidentRef: incident.ref, answer: "fired", note: "After two minutes", at: expect.any(String) }]);
    expect((await listHeld(ctx, incident.ref)).items).toEqual([expect.objectContaining({ answer: "fired", note: "After two minutes" })]);
    expect(await waiting()).toEqual([]);
    expect(await eventsOf("action.held", { itemId: item.id })).toEqual([expect.objectContaining({ incidentId: incident.id })]);
    expect((await answerHeld(ctx, item.id, { incidentRef: incident.ref, answer: "held" })).held).toEqual([
      expect.objectContaining({ answer: "held", note: "After two minutes" }),
    ]);
  });

  it("is asked by a shared tag where no word is shared, and of no other service", async () => {
    const { service, word, item } = await world();
    const byTag = await declareIncident(ctx, { title: "Quagmire", serviceIds: [service.id] });
    await addFactor(ctx, byTag.ref, { tag: "race" });
    await resolve(ctx, byTag);
    expect((await listHeld(ctx, byTag.ref)).items.map(({ actionItemId }) => actionItemId)).toEqual([item.id]);
    for (const serviceIds of [[(await makeService()).id], []]) {
      const elsewhere = await declareIncident(ctx, { title: `${word} again`, serviceIds });
      await resolve(ctx, elsewhere);
      expect((await listHeld(ctx, elsewhere.ref)).items).toEqual([]);
    }
  });

  it("asks nothing while it burns, of history that is told later, and of one who has left", async () => {
    const { service, word } = await world();
    const incident = await declareIncident(ctx, { title: `${word} again`, serviceIds: [service.id] });
    await heldAsk.run({ incidentId: incident.id, personId: ada.id }, once);
    expect((await listHeld(ctx, incident.ref)).items).toEqual([]);
    await setStatus(ctx, incident.ref, { status: "resolved", occurredAt: new Date(Date.now() - 3 * 86_400_000) });
    expect(await jobsOf(incident.id)).toEqual([]);
    const left = await makePerson({ disabledAt: new Date() });
    await heldAsk.run({ incidentId: incident.id, personId: left.id }, once);
    expect((await listHeld(ctx, incident.ref)).items).toEqual([]);
  });

  it("waits for nobody who has answered all that they see of it", async () => {
    const { service, word, item } = await world();
    const keeper = await makePerson();
    const incident = await declareIncident(ctx, { title: `${word} again`, serviceIds: [service.id] });
    await takeRole(ctx, incident.ref, { role: "lead", personId: keeper.id });
    const secret = await declareIncident(ctx, { title: `${word} in secret`, serviceIds: [service.id], visibility: "private", mode: "near_miss" });
    const hidden = await doneItem(secret.ref, "Hidden");
    await foldSearch();
    await resolve(ctx, incident);
    expect((await listHeld(ctx, incident.ref)).items).toHaveLength(2);
    const waiting = async () => (await listInbox(ctxOf(keeper))).items.filter(({ kind }) => kind === "held").length;
    expect([(await listHeld(ctxOf(keeper), incident.ref)).items.length, await waiting()]).toEqual([1, 1]);
    await answerHeld(ctxOf(keeper), item.id, { incidentRef: incident.ref, answer: "held" });
    expect(await waiting()).toBe(0);
    const [answered, removed] = await Promise.all([
      code(answerHeld(ctx, hidden.id, { incidentRef: incident.ref, answer: "held" })),
      code(removeActionItem(ctx, hidden.id)),
    ]);
    expect([["done", "NOT_FOUND", "INVALID incidentRef"].includes(answered), removed]).toEqual([true, "done"]);
  });

  it("is answered only where it was asked, not by viewers, and hides what one may not see from either side", async () => {
    const { service, word, past, item } = await world({ visibility: "private" });
    const [insider, outsider] = [ctx, await makePerson()];
    const incident = await declareIncident(insider, { title: `${word} again`, serviceIds: [service.id] });
    await takeRole(insider, incident.ref, { role: "lead", personId: outsider.id });
    await resolve(insider, incident);
    expect((await listHeld(insider, incident.ref)).items).toHaveLength(1);
    // Nor is it to be told from what the room's watchers are sent.
    const sent = async () => {
      const events = (await eventsAfter(incident.id, 0, 100)).filter(({ type }) => type.startsWith("action."));
      return (await messagesOf(incident.id, incident.ref, events)).map(({ type, bytes }) => [type, bytes.includes("action.")]);
    };
    expect(await sent()).toEqual([["incident.derived", false]]);
    expect((await listHeld(ctxOf(outsider), incident.ref)).items).toEqual([]);
    expect((await listInbox(ctxOf(outsider))).items.filter(({ kind }) => kind === "held")).toEqual([]);
    expect(await code(answerHeld(ctxOf(outsider), item.id, { incidentRef: incident.ref, answer: "held" }))).toBe("NOT_FOUND");
    expect(await code(answerHeld(insider, item.id, { incidentRef: past.ref, answer: "held" }))).toBe("INVALID incidentRef");
    expect(await code(answerHeld(insider, item.id, { incidentRef: "INC-999999999", answer: "held" }))).toBe("INVALID incidentRef");

    await answerHeld(insider, item.id, { incidentRef: incident.ref, answer: "held" });
    expect(await sent()).toEqual(Array(2).fill(["incident.derived", false]));

    // The other way round: a private incident puts an item that all see to the test.
    const open = await world();
    const hidden = await declareIncident(insider, { title: `${open.word} again`, serviceIds: [open.service.id], visibility: "private" });
    const before = await getActionItem(ctxOf(outsider), open.item.id);
    const seq = async () => await db().reader.incident.findUniqueOrThrow({ where: { id: open.past.id }, select: { seq: true, updatedAt: true } });
    const was = await seq();
    await resolve(insider, hidden);
    await answerHeld(insider, open.item.id, { incidentRef: hidden.ref, answer: "bypassed", note: "Secret" });
    expect((await getActionItem(insider, open.item.id)).held).toHaveLength(1);
    expect(await getActionItem(ctxOf(outsider), open.item.id)).toEqual(before);
    expect(await seq()).toEqual(was);
    expect(await code(answerHeld(ctxOf(outsider), open.item.id, { incidentRef: hidden.ref, answer: "held" }))).toBe("INVALID incidentRef");
    const viewer = ctxOf(await makePerson({ role: "viewer" }));
    const shown = await declareIncident(insider, { title: `${open.word} once more`, serviceIds: [open.service.id] });
    await resolve(insider, shown);
    expect(await code(answerHeld(viewer, open.item.id, { incidentRef: shown.ref, answer: "held" }))).toBe("FORBIDDEN");
  });
});
