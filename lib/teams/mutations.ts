import { type Change, change, expectVersion, type Tx } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { isUniqueViolation } from "../db";
import { AppError, type FieldError, invalid, notFound } from "../errors";
import { getTeam, teamFacts } from "./queries";
import type { CreateTeam, Team, UpdateTeam } from "./schema";

type Members = NonNullable<UpdateTeam["members"]>;

export async function createTeam(ctx: Ctx, input: CreateTeam): Promise<Team> {
  const id = await taken(() =>
    change(ctx, "team.create", {}, async (c) => {
      await assertFree(c.tx, input.name);
      const team = await c.tx.team.create({ data: { name: input.name, description: input.description ?? "" }, select: { id: true } });
      await replaceMembers(c.tx, team.id, input.members ?? []);
      c.record({ type: "team.created", data: { teamId: team.id } });
      c.made(team.id);
      return team.id;
    }),
  );
  return getTeam(ctx, id);
}

/** Name, description and members; `members` replaces the list. CONFLICT with the current team where `ifMatch` is stale. */
export async function updateTeam(ctx: Ctx, id: string | undefined, input: UpdateTeam, ifMatch?: number): Promise<Team> {
  const facts = await teamFacts(ctx, { id: id ?? "" });
  await taken(() =>
    change(ctx, "team.update", facts, async (c) => {
      const team = await locked(c, ctx, id!, ifMatch);
      const { members, ...own } = input;
      const fields = Object.keys(input).filter((field) => input[field as keyof UpdateTeam] !== undefined);
      if (fields.length === 0) throw invalid("", "Say what to change");
      if (own.name !== undefined) await assertFree(c.tx, own.name, team.id);
      await c.tx.team.update({ where: { id: team.id }, data: { ...own, version: { increment: 1 } }, select: { id: true } });
      if (members) await replaceMembers(c.tx, team.id, members);
      c.record({ type: "team.updated", data: { teamId: team.id, fields } });
    }),
  );
  return getTeam(ctx, id);
}

/** Its services stay, without an owner; incidents lose the name of the team and nothing else. */
export async function deleteTeam(ctx: Ctx, id: string | undefined, ifMatch?: number): Promise<void> {
  const facts = await teamFacts(ctx, { id: id ?? "" });
  await change(ctx, "team.delete", facts, async (c) => {
    const team = await locked(c, ctx, id!, ifMatch);
    const orphaned = await c.tx.service.findMany({ where: { teamId: team.id }, select: { id: true } });
    await c.tx.team.delete({ where: { id: team.id }, select: { id: true } });
    c.record({ type: "team.deleted", data: { teamId: team.id, serviceIds: orphaned.map((service) => service.id) } });
  });
}

async function locked(c: Change, ctx: Ctx, id: string, ifMatch: number | undefined): Promise<{ id: string }> {
  const [row] = await c.tx.$queryRaw<{ id: string; version: number }[]>`select id, version from team where id = ${id}::uuid for no key update`;
  if (!row) throw notFound();
  await expectVersion(ifMatch, row.version, () => getTeam(ctx, id));
  return row;
}

const nameTaken = () => invalid("name", "Another team has this name");

/** Names differ by more than their case; the index is the last word where two are made at once. */
async function assertFree(tx: Tx, name: string, self?: string) {
  const others = await tx.$queryRaw<{ id: string }[]>`select id from team where lower(name) = lower(${name})`;
  if (others.some((other) => other.id !== self)) throw nameTaken();
}

async function taken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw isUniqueViolation(error) ? nameTaken() : error;
  }
}

async function replaceMembers(tx: Tx, teamId: string, members: Members) {
  const ids = members.map((member) => member.personId.toLowerCase());
  const here = await tx.person.findMany({ where: { id: { in: ids }, disabledAt: null }, select: { id: true } });
  const known = new Set(here.map((person) => person.id));
  const errors = ids.flatMap((id, at): FieldError[] => {
    const path = `members.${at}.personId`;
    if (!known.has(id)) return [{ path, message: "Nobody here has this id" }];
    return ids.indexOf(id) < at ? [{ path, message: "Named twice" }] : [];
  });
  if (errors.length) throw new AppError("INVALID", errors[0]!.message, { errors: errors.slice(0, 20) });
  await tx.teamMember.deleteMany({ where: { teamId } });
  await tx.teamMember.createMany({ data: members.map(({ personId, role }) => ({ teamId, personId, role })) });
}
