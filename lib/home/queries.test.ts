import { expect, test } from "vitest";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { setStatus } from "../timeline/mutations";
import { listLatelyResolved, openNow, seesAny } from "./queries";

const member = async () => ctxOf(await makePerson());

test("what burns comes before what is mitigated, the worst first, drills last; the numbers count all of it", async () => {
  const ctx = await member();
  const before = await openNow(ctx, 1);
  const declare = async (title: string, more: object = {}) => (await declareIncident(ctx, { title, ...more })).ref;
  const drill = await declare("drill", { severity: "SEV1", mode: "drill" });
  const quiet = await declare("mitigated", { severity: "SEV1" });
  await setStatus(ctx, quiet, { status: "mitigated" });
  const unsure = await declare("no severity");
  const bad = await declare("bad", { severity: "SEV1" });
  const over = await declare("over", { severity: "SEV1" });
  await setStatus(ctx, over, { status: "resolved" });

  const { items, ...counts } = await openNow(ctx, 500);
  const mine = items.map((incident) => incident.ref).filter((ref) => [drill, quiet, unsure, bad, over].includes(ref));
  expect(mine).toEqual([bad, unsure, quiet, drill]);
  expect(counts).toEqual({ burning: before.burning + 2, mitigated: before.mitigated + 1, drills: before.drills + 1 });
  expect((await openNow(ctx, 2)).items).toHaveLength(2);
});

test("lately resolved is what was resolved last", async () => {
  const ctx = await member();
  const [first, second] = [(await declareIncident(ctx, { title: "first" })).ref, (await declareIncident(ctx, { title: "second" })).ref];
  await setStatus(ctx, second, { status: "resolved" });
  await setStatus(ctx, first, { status: "resolved" });
  const refs = (await listLatelyResolved(ctx, 50)).map((incident) => incident.ref).filter((ref) => [first, second].includes(ref));
  expect(refs).toEqual([first, second]);
});

test("a private one is neither shown nor counted to an outsider", async () => {
  const [ada, outsider] = [await member(), await member()];
  const before = await openNow(outsider, 1);
  const { ref } = await declareIncident(ada, { title: "within", severity: "SEV1", visibility: "private" });
  const seen = await openNow(outsider, 500);
  expect(seen.items.map((incident) => incident.ref)).not.toContain(ref);
  expect(seen.burning).toBe(before.burning);
  expect((await openNow(ada, 500)).items.map((incident) => incident.ref)).toContain(ref);
  expect(await seesAny(ada)).toBe(true);
});
