import { describe, expect, it } from "vitest";
import { Repeated } from "../auth/change";
import { newId } from "../ids";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, makeService, makeTeam, unique } from "../testing/factories";
import { archiveService, createService, updateService } from "./mutations";
import { getService, listServices } from "./queries";

const refused = (code: string, path?: string) =>
  expect.objectContaining({ code, ...(path ? { details: expect.objectContaining({ errors: [expect.objectContaining({ path })] }) } : {}) });

describe("adding a service", () => {
  it("is for members, and is told", async () => {
    const [member, viewer] = [await makePerson(), await makePerson({ role: "viewer" })];
    const [team, base] = [await makeTeam(), await makeService()];
    const name = unique("Checkout");
    const service = await createService(ctxOf(member), {
      name,
      teamId: team.id,
      tier: 1,
      description: "Basket to order",
      runbookUrl: "https://example.org/r",
      dependsOn: [base.id, base.id.toUpperCase()],
    });
    expect(service).toMatchObject({ name, tier: 1, team, dependsOn: [base], dependents: [], repositoryUrl: null, archivedAt: null, version: 1 });
    expect(await getService(ctxOf(viewer), base.id)).toMatchObject({ dependents: [{ id: service.id, name }] });
    expect(await eventsOf("service.created", { serviceId: service.id })).toMatchObject([{ actorId: member.id }]);
    await expect(createService(ctxOf(viewer), { name: unique("x") })).rejects.toEqual(refused("FORBIDDEN"));
  });

  it("refuses what is not there or taken, and names the field", async () => {
    const ctx = ctxOf(await makePerson());
    const taken = await makeService();
    const shelved = await makeService({ archivedAt: new Date() });
    await expect(createService(ctx, { name: taken.name.toLowerCase() })).rejects.toEqual(refused("INVALID", "name"));
    await expect(createService(ctx, { name: shelved.name })).rejects.toThrow("archived");
    await expect(createService(ctx, { name: unique("x"), teamId: newId() })).rejects.toEqual(refused("INVALID", "teamId"));
    await expect(createService(ctx, { name: unique("x"), dependsOn: [taken.id, newId()] })).rejects.toEqual(refused("INVALID", "dependsOn.1"));
  });

  it("gives a name to one of two who ask at once", async () => {
    const ctx = ctxOf(await makePerson());
    const name = unique("Checkout");
    const made = await Promise.allSettled([1, 2, 3].map(() => createService(ctx, { name })));
    expect(made.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of made) if (one.status === "rejected") expect(one.reason).toEqual(refused("INVALID", "name"));
  });

  it("happens once for one key", async () => {
    const ctx = withKey(ctxOf(await makePerson()), unique("key"));
    const name = unique("Checkout");
    const first = await createService(ctx, { name });
    await expect(createService(ctx, { name })).rejects.toEqual(new Repeated(first.id));
  });
});

describe("changing a service", () => {
  it("changes what is given, and nothing else", async () => {
    const [member, viewer] = [await makePerson(), await makePerson({ role: "viewer" })];
    const team = await makeTeam();
    const [first, second] = [await makeService(), await makeService()];
    const { id } = await makeService({ teamId: team.id, tier: 2, dependsOn: [first.id] });
    const after = await updateService(ctxOf(member), id, { tier: null, dependsOn: [second.id] }, 1);
    expect(after).toMatchObject({ tier: null, team, dependsOn: [second], version: 2 });
    expect(await updateService(ctxOf(member), id, { teamId: null })).toMatchObject({ team: null, dependsOn: [second], version: 3 });
    expect(await eventsOf("service.updated", { serviceId: id })).toMatchObject([{ data: { fields: ["tier", "dependsOn"] } }, { data: { fields: ["teamId"] } }]);
    await expect(updateService(ctxOf(viewer), id, { tier: 1 })).rejects.toEqual(refused("FORBIDDEN"));
    await expect(updateService(ctxOf(member), newId(), { tier: 1 })).rejects.toEqual(refused("NOT_FOUND"));
    await expect(updateService(ctxOf(member), id, {})).rejects.toEqual(refused("INVALID", ""));
  });

  it("lets two depend on each other, at the same moment too, and none on itself", async () => {
    const ctx = ctxOf(await makePerson());
    const [a, b] = [await makeService(), await makeService()];
    await Promise.all([updateService(ctx, a.id, { dependsOn: [b.id] }), updateService(ctx, b.id, { dependsOn: [a.id] })]);
    expect(await getService(ctx, a.id)).toMatchObject({ dependsOn: [b], dependents: [b] });
    await expect(updateService(ctx, a.id, { dependsOn: [b.id, a.id.toUpperCase()] })).rejects.toEqual(refused("INVALID", "dependsOn.1"));
    expect(await getService(ctx, a.id)).toMatchObject({ dependsOn: [b], version: 2 });
  });

  it("tells the second of two hands how it stands now", async () => {
    const ctx = ctxOf(await makePerson());
    const { id } = await makeService();
    await updateService(ctx, id, { description: "first" }, 1);
    await expect(updateService(ctx, id, { description: "second" }, 1)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { id, description: "first", version: 2 } },
    });
  });
});

describe("archiving a service", () => {
  it("keeps its row, takes it off the lists, and can be undone", async () => {
    const ctx = ctxOf(await makePerson());
    const base = await makeService();
    const service = await makeService({ dependsOn: [base.id] });
    await expect(archiveService(ctx, service.id, 9)).rejects.toEqual(refused("CONFLICT"));
    await archiveService(ctx, service.id, 1);
    const { archivedAt } = await getService(ctx, service.id);
    expect(archivedAt).not.toBeNull();
    expect((await getService(ctx, base.id)).dependents).toEqual([]);
    expect((await listServices(ctx, { q: service.name })).items).toEqual([]);
    expect((await listServices(ctx, { q: service.name, archived: true })).items).toMatchObject([{ id: service.id }]);
    await archiveService(ctx, service.id);
    expect(await getService(ctx, service.id)).toMatchObject({ archivedAt });
    expect(await updateService(ctx, service.id, { archived: false })).toMatchObject({ archivedAt: null, dependsOn: [base] });
    expect(await eventsOf("service.archived", { serviceId: service.id })).toHaveLength(2);
  });
});
