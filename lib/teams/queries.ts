import { read, readSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { byName } from "../http/by-name";
import { may, type Verb } from "../incidents/policy";
import { Id, type RefDto } from "../scalars";
import type { ListTeams, Team, TeamMember, TeamPage } from "./schema";

interface TeamRow {
  id: string;
  name: string;
  description: string;
  members: TeamMember[];
  services: RefDto[];
  version: number;
  leads: boolean;
  place: string;
}

/** Members are those who are still here, leads first; services those that still run. */
const columns = (ctx: Ctx) => Prisma.sql`
  t.id, t.name, t.description, t.version,
  (select coalesce(json_agg(json_build_object('role', m.role, 'person',
       json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role)) order by m.role = 'lead' desc, lower(p.name), p.id), '[]')
     from team_member m join person p on p.id = m."personId" where m."teamId" = t.id and p."disabledAt" is null) as members,
  (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by lower(s.name)), '[]')
     from service s where s."teamId" = t.id and s."archivedAt" is null) as services,
  exists (select 1 from team_member l where l."teamId" = t.id and l."personId" = ${ctx.actor.id}::uuid and l.role = 'lead') as leads`;

const TEAM_VERBS: Verb[] = ["team.update", "team.delete"];

const toTeam =
  (ctx: Ctx) =>
  ({ id, name, description, members, services, version, leads }: TeamRow): Team => ({
    id,
    name,
    description,
    members,
    services,
    version,
    can: TEAM_VERBS.filter((verb) => may(verb, { role: ctx.actor.role, leads })),
  });

export async function listTeams(ctx: Ctx, query: ListTeams): Promise<TeamPage> {
  const list = byName("t", query);
  const rows = await readSql<TeamRow>(ctx, Prisma.sql`select ${columns(ctx)}, ${list.place} from team t where ${list.where} ${list.order}`);
  return list.page(rows, toTeam(ctx));
}

/** NOT_FOUND for an unknown id. */
export async function getTeam(ctx: Ctx, id: string | undefined): Promise<Team> {
  const [row] = Id.safeParse(id).success
    ? await readSql<TeamRow>(ctx, Prisma.sql`select ${columns(ctx)}, '' as place from team t where t.id = ${id}::uuid`)
    : [];
  if (!row) throw notFound();
  return toTeam(ctx)(row);
}

/** What the policy asks about the team that a path names: whether the actor leads it. */
export async function teamFacts(ctx: Ctx, params: Record<string, string>): Promise<{ leads: boolean }> {
  const { id } = params;
  const found =
    Id.safeParse(id).success &&
    (await read(ctx).team.findUnique({ where: { id }, select: { members: { where: { personId: ctx.actor.id, role: "lead" }, select: { role: true } } } }));
  if (!found) throw notFound();
  return { leads: found.members.length > 0 };
}
