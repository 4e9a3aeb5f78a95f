import { read, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { byName, containing, namedLike } from "../http/by-name";
import { numberOf } from "../incidents/queries";
import type { IncidentRole } from "../incidents/words";
import { Id } from "../scalars";
import type { ListPeople, PersonPage, PersonProfile, RolesHeld } from "./schema";
import type { AppRole, TeamRole } from "./words";

interface PersonRow {
  id: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  role: AppRole;
  zone: string | null;
  shortcuts: boolean;
  disabledAt: Date | null;
  teams: { id: string; name: string; role: TeamRole }[];
  version: number;
  place: string;
}

const COLUMNS = Prisma.sql`
  p.id, p.name, p.email, p."avatarUrl", p.role, p.zone, p.shortcuts, p."disabledAt", p.version,
  (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'role', m.role) order by lower(t.name)), '[]')
     from team_member m join team t on t.id = m."teamId" where m."personId" = p.id) as teams`;

/** Mail address, zone and shortcuts are for admins and oneself. */
const toProfile =
  (ctx: Ctx) =>
  (row: PersonRow): PersonProfile => {
    const { id, name, avatarUrl, role, teams, version, email, zone, shortcuts } = row;
    const mine = ctx.actor.role === "admin" || ctx.actor.id === id ? { email, zone, shortcuts } : {};
    return { id, name, avatarUrl, role, teams, version, ...mine, disabledAt: row.disabledAt?.toISOString() ?? null };
  };

/** People by name; those who left only when asked for. A search by mail address would tell it, so it is for admins. */
export async function listPeople(ctx: Ctx, query: ListPeople): Promise<PersonPage> {
  const list = byName("p", { ...query, q: undefined });
  const { q, team, sees } = query;
  const named = q ? Prisma.sql`(${namedLike(Prisma.sql`p.name`, q)} or (${ctx.actor.role === "admin"} and p.email ilike ${containing(q)}))` : Prisma.sql`true`;
  const inTeam = team ? Prisma.sql`exists (select 1 from team_member x where x."personId" = p.id and x."teamId" = ${team}::uuid)` : Prisma.sql`true`;
  // Of an incident that is not the caller's to see: nobody, as of one that does not exist.
  const seeing = sees
    ? Prisma.sql`exists (select 1 from incident i where i.number = ${numberOf(sees)} and ${visibleSql(ctx)} and (i.visibility = 'organisation' or p.role = 'admin'
        or exists (select 1 from incident_person x where x."incidentId" = i.id and x."personId" = p.id)))`
    : Prisma.sql`true`;
  const rows = await readSql<PersonRow>(
    ctx,
    Prisma.sql`select ${COLUMNS}, ${list.place} from person p
      where (p."disabledAt" is not null) = ${query.disabled ?? false} and ${named} and ${inTeam} and ${seeing} and ${list.where} ${list.order}`,
  );
  return list.page(rows, toProfile(ctx));
}

/** NOT_FOUND for an unknown id. */
export async function getPerson(ctx: Ctx, id: string | undefined): Promise<PersonProfile> {
  const [row] = Id.safeParse(id).success
    ? await readSql<PersonRow>(ctx, Prisma.sql`select ${COLUMNS}, '' as place from person p where p.id = ${id}::uuid`)
    : [];
  if (!row) throw notFound();
  return toProfile(ctx)(row);
}

/** What the policy asks about the person that a path names. */
export async function personFacts(ctx: Ctx, params: Record<string, string>): Promise<{ own: boolean }> {
  const { id } = params;
  const found = Id.safeParse(id).success && (await read(ctx).person.findUnique({ where: { id }, select: { id: true } }));
  if (!found) throw notFound();
  return { own: found.id === ctx.actor.id };
}

const LATELY = 8;

/** The last incidents in which someone held a role, of those that the reader may see. Names, never a count. */
export async function rolesHeldBy(ctx: Ctx, personId: string): Promise<RolesHeld[]> {
  const rows = await read(ctx).incidentRole.findMany({
    where: { personId },
    orderBy: [{ since: "desc" }, { id: "desc" }],
    take: 4 * LATELY,
    select: { role: true, since: true, incident: { select: { number: true, title: true } } },
  });
  const held = new Map<number, RolesHeld>();
  for (const { role, since, incident } of rows) {
    const known = held.get(incident.number);
    if (known) known.roles = [...new Set([...known.roles, role as IncidentRole])];
    else
      held.set(incident.number, {
        incident: { ref: `INC-${incident.number}`, title: incident.title },
        roles: [role as IncidentRole],
        since: since.toISOString(),
      });
  }
  return [...held.values()].slice(0, LATELY);
}
