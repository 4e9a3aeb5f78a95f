import { describe, expect, it } from "vitest";
import { db } from "../db";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import { takeRole } from "../roles/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeTeam, unique } from "../testing/factories";
import { getPerson, listPeople, personFacts, rolesHeldBy } from "./queries";

async function everyPage(read: (cursor?: string) => Promise<{ items: { name: string }[]; nextCursor: string | null }>) {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return names;
}

describe("people", () => {
  it("show their mail address to admins and themselves alone", async () => {
    const [admin, ada, bob] = [await makePerson({ role: "admin" }), await makePerson({ zone: "Europe/Berlin" }), await makePerson()];
    for (const reader of [admin, ada])
      expect(await getPerson(ctxOf(reader), ada.id)).toMatchObject({ email: ada.email, zone: "Europe/Berlin", shortcuts: true });
    const seen = await getPerson(ctxOf(bob), ada.id);
    expect(seen).toMatchObject({ id: ada.id, name: ada.name, role: "member", disabledAt: null });
    for (const hidden of ["email", "zone", "shortcuts"]) expect(seen).not.toHaveProperty(hidden);
  });

  it("are those who may see an incident, where one asks for them, and nobody where the caller may not", async () => {
    const [lead, inside, outside] = [await makePerson(), await makePerson(), await makePerson()];
    const { ref } = await declareIncident(ctxOf(lead), { title: unique("Pool"), visibility: "private" });
    await takeRole(ctxOf(lead), ref, { role: "comms", personId: inside.id, letIn: true });
    const seen = async (reader: typeof lead, sees: string) => (await listPeople(ctxOf(reader), { sees, limit: 100 })).items.map((person) => person.id);
    const found = await seen(lead, ref);
    expect([found.includes(lead.id), found.includes(inside.id), found.includes(outside.id)]).toEqual([true, true, false]);
    expect(await seen(outside, ref)).toEqual([]);
    expect(await seen(outside, "INC-999999")).toEqual([]);
  });

  it("are found without their accents, and nothing that is typed matches everyone", async () => {
    const ada = await makePerson({ name: "Zoë Lucía Øst" });
    const found = async (q: string) => (await listPeople(ctxOf(ada), { q })).items.map((person) => person.id);
    for (const q of ["lucia", "ZOE LUC", "øst", "ost"]) expect(await found(q)).toContain(ada.id);
    for (const q of ["%", "!!", "lucio"]) expect(await found(q)).not.toContain(ada.id);
  });

  it("cannot be found by mail address but by admins", async () => {
    const email = `${newId()}@example.org`;
    const [admin, bob] = [await makePerson({ role: "admin" }), await makePerson()];
    const ada = await makePerson({ email });
    expect((await listPeople(ctxOf(admin), { q: email })).items).toMatchObject([{ id: ada.id, email }]);
    expect((await listPeople(ctxOf(bob), { q: email })).items).toEqual([]);
    expect((await listPeople(ctxOf(bob), { q: ada.name.toUpperCase() })).items).toMatchObject([{ id: ada.id }]);
  });

  it("come by name in pages, each once, also where names are alike", async () => {
    const ctx = ctxOf(await makePerson());
    const word = unique("");
    const long = "é".repeat(180);
    for (const name of ["b", "A", "ä", long, `${long}x`, '"%_\\']) await makePerson({ name: `${name}${word}` });
    for (let at = 0; at < 3; at++) await makePerson({ name: `b${word}` });
    const names = await everyPage((cursor) => listPeople(ctx, { q: word, limit: 2, cursor }));
    expect(names).toHaveLength(9);
    expect(names).toEqual((await listPeople(ctx, { q: word, limit: 100 })).items.map((person) => person.name));
    expect((await listPeople(ctx, { q: `_\\${word}` })).items).toHaveLength(1);
  });

  it("are listed when they left only where one asks for it, and by team", async () => {
    const ctx = ctxOf(await makePerson());
    const word = unique("");
    const [here, gone] = [await makePerson({ name: `here${word}` }), await makePerson({ name: `gone${word}`, disabledAt: new Date() })];
    const team = await makeTeam({ members: [{ person: here, role: "lead" }] });
    expect((await listPeople(ctx, { q: word })).items).toMatchObject([{ id: here.id, teams: [{ id: team.id, role: "lead" }] }]);
    expect((await listPeople(ctx, { q: word, disabled: true })).items.map((person) => person.id)).toEqual([gone.id]);
    expect((await listPeople(ctx, { team: team.id })).items.map((person) => person.id)).toEqual([here.id]);
  });

  it("are not there for an unknown id", async () => {
    const ada = await makePerson();
    for (const id of [newId(), "nope", "", undefined]) {
      await expect(getPerson(ctxOf(ada), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(personFacts(ctxOf(ada), { id: id ?? "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await personFacts(ctxOf(ada), { id: ada.id })).toEqual({ own: true });
  });
});

describe("roles that someone held lately", () => {
  it("are those in incidents that the reader may see, one line an incident", async () => {
    const [ada, outsider] = [await makePerson(), await makePerson()];
    const incident = (visibility: string, at: number) =>
      db().writer.incident.create({
        data: {
          title: unique(visibility),
          visibility,
          declaredById: ada.id,
          people: { create: { personId: ada.id, addedById: ada.id } },
          roles: { create: ["lead", "scribe"].map((role) => ({ role, personId: ada.id, since: new Date(at) })) },
        },
      });
    const [open, hidden] = [await incident("organisation", Date.UTC(2026, 1, 1)), await incident("private", Date.UTC(2026, 1, 2))];
    const refs = async (reader: typeof ada) => (await rolesHeldBy(ctxOf(reader), ada.id)).map((held) => held.incident.ref);
    expect(await refs(ada)).toEqual([`INC-${hidden.number}`, `INC-${open.number}`]);
    expect(await refs(outsider)).toEqual([`INC-${open.number}`]);
    expect((await rolesHeldBy(ctxOf(outsider), ada.id))[0]!.roles.toSorted()).toEqual(["lead", "scribe"]);
  });
});
