import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts } from "../incidents/queries";
import type { SafetyNet, SafetyNetList } from "./schema";
import { type Net, NETS } from "./words";

/** The nets of one incident that were answered; `incident` decides which, and who may see it. */
export const netsSql = (incident: Prisma.Sql, nets: readonly string[] | null = null): Prisma.Sql => Prisma.sql`
  select n.net, n."wouldHaveCaught", n.existed, n.ran, n.gated, n."brokeThereFirst", n.note, n.version
  from incident i join safety_net n on n."incidentId" = i.id
  where ${incident} ${nets ? Prisma.sql`and n.net = any(${nets}::text[])` : Prisma.empty}`;

const unanswered = (net: Net): SafetyNet => ({
  net,
  wouldHaveCaught: null,
  existed: null,
  ran: null,
  gated: null,
  brokeThereFirst: null,
  note: "",
  version: 0,
});

/** All eleven, from the developer's desk to production. NOT_FOUND for an incident that is not the caller's to see. */
export async function listNets(ctx: Ctx, ref: string | undefined): Promise<SafetyNetList> {
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await readSql<SafetyNet>(ctx, netsSql(Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`));
  return { items: NETS.map((net) => rows.find((row) => row.net === net) ?? unanswered(net)), nextCursor: null };
}

/** The net of this name; NOT_FOUND for a word that is none. */
export function netOf(name: string | undefined): Net {
  const net = NETS.find((known) => known === name);
  if (!net) throw notFound("There is no such safety net.");
  return net;
}

export async function getNet(ctx: Ctx, ref: string | undefined, name: string | undefined): Promise<SafetyNet> {
  const net = netOf(name);
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  const [row] = await readSql<SafetyNet>(ctx, netsSql(Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`, [net]));
  return row ?? unanswered(net);
}

/** What the policy asks about the net that a path names: the incident first, whether one may know of it. */
export async function netFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  netOf(params.net);
  return facts;
}
