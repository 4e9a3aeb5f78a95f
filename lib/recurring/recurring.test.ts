import { expect, test } from "vitest";
import { db } from "../db";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeService } from "../testing/factories";
import { recurringFactors } from "./queries";

const tagId = async (label: string) => (await db().reader.factorTag.findFirstOrThrow({ where: { label } })).id;

test("what stood in several incidents of a service comes back, as far as the reader may see them", async () => {
  const [lead, member] = await Promise.all([makePerson(), makePerson()]);
  const [service, other] = await Promise.all([makeService(), makeService()]);
  const race = await tagId("race");
  const drift = await tagId("configuration drift");
  const declare = async (serviceId: string, tags: string[], more: object = {}, role = "enabled") => {
    const incident = await declareIncident(ctxOf(lead), { title: "It races", serviceIds: [serviceId], ...more });
    await db().writer.factor.createMany({ data: tags.map((tag) => ({ incidentId: incident.id, tagId: tag, group: "code", role, addedById: lead.id })) });
    return incident;
  };
  const first = await declare(service.id, [race, race, drift]);
  await declare(service.id, [race], { visibility: "private" });
  await declare(other.id, [race, drift]);
  await declare(service.id, [race], { mode: "drill" });
  await declare(service.id, [drift], {}, "softened");
  expect(await recurringFactors(ctxOf(member), service.id)).toEqual([]);
  expect(await recurringFactors(ctxOf(lead), service.id)).toMatchObject([{ tag: "race", group: "code", incidents: 2 }]);
  const third = await declare(service.id, [race, drift]);
  expect(await recurringFactors(ctxOf(member), service.id)).toMatchObject([
    { tag: "configuration drift", group: "environment", incidents: 2 },
    { tag: "race", incidents: 2, latest: [{ ref: third.ref }, { ref: first.ref }] },
  ]);
});
