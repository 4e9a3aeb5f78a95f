import { read, readSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { byName } from "../http/by-name";
import { Id } from "../scalars";
import type { ListServices, Service, ServicePage } from "./schema";

type ServiceRow = Omit<Service, "archivedAt"> & { archivedAt: Date | null; place: string };

/** What it depends on, and what depends on it: those that still run. */
const COLUMNS = Prisma.sql`
  s.id, s.name, s.description, s.tier, s."runbookUrl", s."repositoryUrl", s."archivedAt", s.version,
  (select json_build_object('id', t.id, 'name', t.name) from team t where t.id = s."teamId") as team,
  (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name)), '[]')
     from service_dependency d join service o on o.id = d."dependsOnId" where d."serviceId" = s.id and o."archivedAt" is null) as "dependsOn",
  (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name)), '[]')
     from service_dependency d join service o on o.id = d."serviceId" where d."dependsOnId" = s.id and o."archivedAt" is null) as dependents`;

const toService = ({ place: _, ...row }: ServiceRow): Service => ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null });

/** Services by name; archived ones only when asked for. */
export async function listServices(ctx: Ctx, query: ListServices): Promise<ServicePage> {
  const list = byName("s", query);
  const ofTeam = query.team ? Prisma.sql`s."teamId" = ${query.team}::uuid` : Prisma.sql`true`;
  const rows = await readSql<ServiceRow>(
    ctx,
    Prisma.sql`select ${COLUMNS}, ${list.place} from service s
      where (s."archivedAt" is not null) = ${query.archived ?? false} and ${ofTeam} and ${list.where} ${list.order}`,
  );
  return list.page(rows, toService);
}

/** An archived one is still there to be read: incidents keep naming it. NOT_FOUND for an unknown id. */
export async function getService(ctx: Ctx, id: string | undefined): Promise<Service> {
  const [row] = Id.safeParse(id).success
    ? await readSql<ServiceRow>(ctx, Prisma.sql`select ${COLUMNS}, '' as place from service s where s.id = ${id}::uuid`)
    : [];
  if (!row) throw notFound();
  return toService(row);
}

/** NOT_FOUND unless the path names a service. The policy asks nothing of it. */
export async function serviceFacts(ctx: Ctx, params: Record<string, string>): Promise<Record<string, never>> {
  const { id } = params;
  const found = Id.safeParse(id).success && (await read(ctx).service.findUnique({ where: { id }, select: { id: true } }));
  if (!found) throw notFound();
  return {};
}
