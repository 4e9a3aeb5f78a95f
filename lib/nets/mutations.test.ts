import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "../auth/ctx";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, unique } from "../testing/factories";
import { answerNet } from "./mutations";
import { listNets } from "./queries";
import { NETS } from "./words";

let ctx: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
});
const declare = (more: { visibility?: "private" } = {}) => declareIncident(ctx, { title: unique("Pool"), ...more });
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) => `${error.code} ${error.details?.errors?.[0]?.path ?? ""}`.trim(),
  );

test("all eleven stand in their order before anyone has answered, and an answer stays in its place", async () => {
  const { ref, id: incidentId } = await declare();
  const before = (await listNets(ctx, ref)).items;
  expect(before.map((net) => [net.net, net.version, net.wouldHaveCaught])).toEqual(NETS.map((net) => [net, 0, null]));
  const said = await answerNet(ctx, ref, "performance", { wouldHaveCaught: "yes", existed: true, ran: false, note: "no fourth region" }, 0);
  expect(said).toEqual({
    net: "performance",
    wouldHaveCaught: "yes",
    existed: true,
    ran: false,
    gated: null,
    brokeThereFirst: null,
    note: "no fourth region",
    version: 1,
  });
  expect((await listNets(ctx, ref)).items[NETS.indexOf("performance")]).toEqual(said);
  const [event] = await eventsOf("net.answered", { net: "performance" });
  expect(event).toMatchObject({ incidentId, data: { net: "performance", fields: ["wouldHaveCaught", "existed", "ran", "note"] } });
});

test("what is left out stays, null takes an answer back", async () => {
  const { ref } = await declare();
  await answerNet(ctx, ref, "unit", { wouldHaveCaught: "unsure", existed: false });
  expect(await answerNet(ctx, ref, "unit", { gated: true })).toMatchObject({ wouldHaveCaught: "unsure", existed: false, gated: true, version: 2 });
  expect(await answerNet(ctx, ref, "unit", { existed: null })).toMatchObject({ wouldHaveCaught: "unsure", existed: null, gated: true });
  expect(await refused(answerNet(ctx, ref, "unit", {}))).toBe("INVALID");
});

test("two hands on one net: the second is told, also where nobody had answered", async () => {
  const { ref } = await declare();
  const both = await Promise.allSettled([answerNet(ctx, ref, "lint", { existed: true }, 0), answerNet(ctx, ref, "lint", { existed: false }, 0)]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = both.find((one) => one.status === "rejected") as PromiseRejectedResult;
  expect(lost.reason).toMatchObject({ code: "CONFLICT", details: { current: { net: "lint", version: 1 } } });
  expect(await refused(answerNet(ctx, ref, "review", { existed: true }, 1))).toBe("CONFLICT");
});

test("whether it broke there first is asked of staging alone; an unknown net is not there", async () => {
  const { ref } = await declare();
  expect(await answerNet(ctx, ref, "staging", { brokeThereFirst: false })).toMatchObject({ brokeThereFirst: false });
  expect(await refused(answerNet(ctx, ref, "unit", { brokeThereFirst: true }))).toBe("INVALID brokeThereFirst");
  for (const odd of ["smoke", "Unit", "__proto__", ""]) expect(await refused(answerNet(ctx, ref, odd, { existed: true }))).toBe("NOT_FOUND");
});

test("a viewer may not, an outsider finds nothing", async () => {
  const { ref } = await declare();
  expect(await refused(answerNet(ctxOf(await makePerson({ role: "viewer" })), ref, "unit", { existed: true }))).toBe("FORBIDDEN");
  const hidden = await declare({ visibility: "private" });
  const stranger = ctxOf(await makePerson());
  expect(await refused(answerNet(stranger, hidden.ref, "unit", { existed: true }))).toBe("NOT_FOUND");
  expect(await refused(listNets(stranger, hidden.ref))).toBe("NOT_FOUND");
});
