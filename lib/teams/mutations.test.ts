import { describe, expect, it } from "vitest";
import { Repeated } from "../auth/change";
import { newId } from "../ids";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, makeService, makeTeam, unique } from "../testing/factories";
import { createTeam, deleteTeam, updateTeam } from "./mutations";
import { getTeam, listTeams } from "./queries";
import { getService } from "../services/queries";

const refused = (code: string, path?: string) =>
  expect.objectContaining({ code, ...(path ? { details: expect.objectContaining({ errors: [expect.objectContaining({ path })] }) } : {}) });

describe("making a team", () => {
  it("is for admins, and is told", async () => {
    const [admin, member] = [await makePerson({ role: "admin" }), await makePerson()];
    const name = unique("Payments");
    const team = await createTeam(ctxOf(admin), { name, members: [{ personId: member.id.toUpperCase(), role: "lead" }] });
    expect(team).toMatchObject({ name, version: 1, members: [{ person: { id: member.id }, role: "lead" }], services: [], can: ["team.update", "team.delete"] });
    expect(team.members[0]!.person).not.toHaveProperty("email");
    expect(await eventsOf("team.created", { teamId: team.id })).toMatchObject([{ actorId: admin.id, incidentId: null, seq: null }]);
    await expect(createTeam(ctxOf(member), { name: unique("Mine") })).rejects.toEqual(refused("FORBIDDEN"));
  });

  it("refuses a name that is taken, whatever its case, and people who are not here", async () => {
    const ctx = ctxOf(await makePerson({ role: "admin" }));
    const team = await createTeam(ctx, { name: unique("Payments") });
    await expect(createTeam(ctx, { name: team.name.toUpperCase() })).rejects.toEqual(refused("INVALID", "name"));
    const gone = await makePerson({ disabledAt: new Date() });
    for (const personId of [newId(), gone.id])
      await expect(createTeam(ctx, { name: unique("x"), members: [{ personId, role: "member" }] })).rejects.toEqual(refused("INVALID", "members.0.personId"));
    const twice = await makePerson();
    const members = [
      { personId: twice.id, role: "member" as const },
      { personId: twice.id, role: "lead" as const },
    ];
    await expect(createTeam(ctx, { name: unique("x"), members })).rejects.toEqual(refused("INVALID", "members.1.personId"));
  });

  it("happens once for one key, also when two come at the same moment", async () => {
    const admin = await makePerson({ role: "admin" });
    const [key, name] = [unique("key"), unique("Payments")];
    const made = await Promise.allSettled([1, 2].map(() => createTeam(withKey(ctxOf(admin), key), { name })));
    const id = made.flatMap((one) => (one.status === "fulfilled" ? [one.value.id] : []))[0];
    expect(made.filter((one) => one.status === "rejected").map((one) => one.reason)).toEqual([expect.any(Repeated)]);
    expect(made.find((one) => one.status === "rejected")).toMatchObject({ reason: { id } });
    expect((await listTeams(ctxOf(admin), { q: name })).items).toHaveLength(1);
  });

  it("does not take a name as a pattern", async () => {
    const ctx = ctxOf(await makePerson({ role: "admin" }));
    const tail = unique("");
    await createTeam(ctx, { name: `Team A${tail}` });
    expect((await createTeam(ctx, { name: `Team _${tail}` })).name).toBe(`Team _${tail}`);
  });
});

describe("changing a team", () => {
  it("is for its leads and admins; the members that are given replace the list", async () => {
    const [lead, member, other] = [await makePerson(), await makePerson(), await makePerson()];
    const { id } = await makeTeam({ members: [{ person: lead, role: "lead" }, { person: member }] });
    const after = await updateTeam(
      ctxOf(lead),
      id,
      {
        description: "Money in",
        members: [
          { personId: lead.id, role: "lead" },
          { personId: other.id, role: "member" },
        ],
      },
      1,
    );
    expect(after).toMatchObject({ description: "Money in", version: 2 });
    expect(after.members.map((one) => one.person.id)).toEqual([lead.id, other.id]);
    expect(await eventsOf("team.updated", { teamId: id })).toMatchObject([{ data: { fields: ["description", "members"] } }]);
    await expect(updateTeam(ctxOf(member), id, { description: "x" })).rejects.toEqual(refused("FORBIDDEN"));
    await expect(updateTeam(ctxOf(lead, { scope: "read" }), id, { description: "x" })).rejects.toEqual(refused("FORBIDDEN"));
  });

  it("tells the second of two hands how it stands now, and changes nothing", async () => {
    const ctx = ctxOf(await makePerson({ role: "admin" }));
    const { id } = await makeTeam();
    await updateTeam(ctx, id, { description: "first" }, 1);
    await expect(updateTeam(ctx, id, { description: "second" }, 1)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { id, description: "first", version: 2 } },
    });
    expect((await getTeam(ctx, id)).description).toBe("first");
  });

  it("takes back everything when one field is refused", async () => {
    const ctx = ctxOf(await makePerson({ role: "admin" }));
    const team = await createTeam(ctx, { name: unique("Payments") });
    await expect(updateTeam(ctx, team.id, { description: "half", members: [{ personId: newId(), role: "member" }] })).rejects.toEqual(
      refused("INVALID", "members.0.personId"),
    );
    expect(await getTeam(ctx, team.id)).toEqual(team);
    await expect(updateTeam(ctx, team.id, {})).rejects.toEqual(refused("INVALID", ""));
  });

  it("knows no team that is not there", async () => {
    const ctx = ctxOf(await makePerson({ role: "admin" }));
    for (const id of [newId(), "nope", undefined]) await expect(updateTeam(ctx, id, { description: "x" })).rejects.toEqual(refused("NOT_FOUND"));
  });
});

describe("deleting a team", () => {
  it("is for admins, and leaves its services without an owner", async () => {
    const [admin, lead] = [await makePerson({ role: "admin" }), await makePerson()];
    const team = await makeTeam({ members: [{ person: lead, role: "lead" }] });
    const service = await makeService({ teamId: team.id });
    await expect(deleteTeam(ctxOf(lead), team.id)).rejects.toEqual(refused("FORBIDDEN"));
    await expect(deleteTeam(ctxOf(admin), team.id, 7)).rejects.toEqual(refused("CONFLICT"));
    await deleteTeam(ctxOf(admin), team.id, 1);
    expect(await getService(ctxOf(lead), service.id)).toMatchObject({ team: null });
    expect(await eventsOf("team.deleted", { teamId: team.id })).toMatchObject([{ data: { serviceIds: [service.id] } }]);
    await expect(deleteTeam(ctxOf(admin), team.id)).rejects.toEqual(refused("NOT_FOUND"));
  });
});
