import { type Change, change, expectVersion, type Tx } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { isUniqueViolation } from "../db";
import { AppError, type FieldError, invalid, notFound } from "../errors";
import { getService } from "./queries";
import type { CreateService, Service, UpdateService } from "./schema";

export async function createService(ctx: Ctx, input: CreateService): Promise<Service> {
  const id = await taken(() =>
    change(ctx, "service.write", {}, async (c) => {
      const { dependsOn, ...own } = input;
      await assertFree(c.tx, own.name);
      await assertTeam(c.tx, own.teamId);
      const service = await c.tx.service.create({ data: own, select: { id: true } });
      await replaceDependencies(c.tx, service.id, dependsOn);
      c.record({ type: "service.created", data: { serviceId: service.id } });
      c.made(service.id);
      return service.id;
    }),
  );
  return getService(ctx, id);
}

/** `dependsOn` replaces the list; `archived: false` takes an archived one back. CONFLICT with the current service where `ifMatch` is stale. */
export async function updateService(ctx: Ctx, id: string | undefined, input: UpdateService, ifMatch?: number): Promise<Service> {
  await getService(ctx, id);
  await taken(() =>
    change(ctx, "service.write", {}, async (c) => {
      const service = await locked(c, ctx, id!, ifMatch);
      const { dependsOn, archived, ...own } = input;
      const fields = Object.keys(input).filter((field) => input[field as keyof UpdateService] !== undefined);
      if (fields.length === 0) throw invalid("", "Say what to change");
      if (own.name !== undefined) await assertFree(c.tx, own.name, service.id);
      await assertTeam(c.tx, own.teamId);
      const archivedAt = archived === undefined ? {} : { archivedAt: archived ? (service.archivedAt ?? c.now) : null };
      await c.tx.service.update({ where: { id: service.id }, data: { ...own, ...archivedAt, version: { increment: 1 } }, select: { id: true } });
      await replaceDependencies(c.tx, service.id, dependsOn);
      c.record({ type: archived ? "service.archived" : "service.updated", data: { serviceId: service.id, fields } });
    }),
  );
  return getService(ctx, id);
}

/** A service is archived rather than deleted: incidents keep naming it. Twice is once. */
export async function archiveService(ctx: Ctx, id: string | undefined, ifMatch?: number): Promise<void> {
  await updateService(ctx, id, { archived: true }, ifMatch);
}

interface Held {
  id: string;
  version: number;
  archivedAt: Date | null;
}

async function locked(c: Change, ctx: Ctx, id: string, ifMatch: number | undefined): Promise<Held> {
  const [row] = await c.tx.$queryRaw<Held[]>`select id, version, "archivedAt" from service where id = ${id}::uuid for no key update`;
  if (!row) throw notFound();
  await expectVersion(ifMatch, row.version, () => getService(ctx, id));
  return row;
}

const nameTaken = (archived = false) =>
  invalid("name", archived ? "An archived service has this name; take that one back instead" : "Another service has this name");

/** Names differ by more than their case; the index is the last word where two are made at once. */
async function assertFree(tx: Tx, name: string, self?: string) {
  const named = await tx.$queryRaw<{ id: string; archivedAt: Date | null }[]>`select id, "archivedAt" from service where lower(name) = lower(${name})`;
  const other = named.find((service) => service.id !== self);
  if (other) throw nameTaken(other.archivedAt !== null);
}

async function taken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw isUniqueViolation(error) ? nameTaken() : error;
  }
}

async function assertTeam(tx: Tx, teamId: string | null | undefined) {
  if (teamId && !(await tx.team.findUnique({ where: { id: teamId }, select: { id: true } }))) throw invalid("teamId", "There is no such team");
}

/** Two services may depend on each other; none on itself, none on what is not there. */
async function replaceDependencies(tx: Tx, serviceId: string, dependsOn: readonly string[] | undefined) {
  if (!dependsOn) return;
  const ids = dependsOn.map((id) => id.toLowerCase());
  const found = await tx.service.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(found.map((service) => service.id));
  const errors = ids.flatMap((id, at): FieldError[] => {
    const path = `dependsOn.${at}`;
    if (id === serviceId) return [{ path, message: "A service does not depend on itself" }];
    return known.has(id) ? [] : [{ path, message: "There is no such service" }];
  });
  if (errors.length) throw new AppError("INVALID", errors[0]!.message, { errors: errors.slice(0, 20) });
  await tx.serviceDependency.deleteMany({ where: { serviceId } });
  await tx.serviceDependency.createMany({ data: [...new Set(ids)].map((dependsOnId) => ({ serviceId, dependsOnId })) });
}
