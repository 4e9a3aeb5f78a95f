import { visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import type { IncidentFilters } from "../incidents/schema";
import { every, type Terms } from "./rules";

/**
 * Which incidents a list is about, as SQL over `search.incident d`. Words and filters are looked up together in the documents' GIN index;
 * the few incidents whose document is stale are asked themselves.
 */
export interface Scope {
  /** What the GIN index is asked; null where neither words nor filters say anything. */
  document: string | null;
  /** What of it is about filters. */
  facts: string[];
  terms: Terms | null;
  /** Holds for every row that is wanted, words aside. */
  where: Prisma.Sql;
  /** Nothing is asked for: all that one may see. */
  plain: boolean;
}

const any = (values: readonly (string | number)[], letter: string) => values.map((value) => `'#${letter}${value}'`).join(" | ");
const each = (values: readonly string[], letter: string) => [...new Set(values)].map((value) => any([value], letter));
const person = (ctx: Ctx, id: string) => (id === "me" ? ctx.actor.id : id);
export const rankOf = (severity: string) => Number(severity.slice(3));

/** What a list is asked for, its tags as ids. */
export type Asked = Omit<IncidentFilters, "tag"> & { tagIds?: readonly string[] | undefined };

export function scopeOf(ctx: Ctx, filters: Asked, terms: Terms | null): Scope {
  const { status, severity, mode, environment, group, tagIds, role, has, service, team, lead, from, to } = filters;
  const facts: string[] = [];
  const where: Prisma.Sql[] = [visibleSql(ctx, "d")];
  if (status) {
    facts.push(any(status, "s"));
    where.push(Prisma.sql`d.status = any(${status}::text[])`);
  }
  if (severity) {
    const ranks = severity.map(rankOf);
    facts.push(any(ranks, "r"));
    where.push(Prisma.sql`d.severity_rank = any(${ranks}::int[])`);
  }
  if (mode) {
    facts.push(any(mode, "m"));
    where.push(Prisma.sql`d.mode = any(${mode}::text[])`);
  }
  if (environment) {
    facts.push(any(environment, "e"));
    where.push(Prisma.sql`d.environment = any(${environment}::text[])`);
  }
  // Several groups mean one incident in which they combined; so do tags. Each narrows what the others left.
  if (group) {
    facts.push(...each(group, "g"));
    where.push(Prisma.sql`d.groups @> ${group}::text[]`);
  }
  if (tagIds) {
    facts.push(...each(tagIds, "f"));
    where.push(Prisma.sql`d.tag_ids @> ${tagIds}::uuid[]`);
  }
  if (role) {
    facts.push(any(role, "o"));
    where.push(Prisma.sql`d.factor_roles && ${role}::text[]`);
  }
  if (has) {
    facts.push(...each(has, "h"));
    where.push(Prisma.sql`d.has @> ${has}::text[]`);
  }
  if (service) {
    facts.push(any([service.toLowerCase()], "v"));
    where.push(Prisma.sql`${service}::uuid = any(d.service_ids)`);
  }
  if (team) {
    facts.push(any([team.toLowerCase()], "t"));
    where.push(Prisma.sql`${team}::uuid = any(d.team_ids)`);
  }
  if (lead) {
    where.push(Prisma.sql`exists (
      select 1 from incident_role l where l."incidentId" = d.id and l."personId" = ${person(ctx, lead)}::uuid and l.role = 'lead' and l."endedAt" is null)`);
  }
  if (from) where.push(Prisma.sql`d.declared_at >= ${from.toISOString()}::timestamptz`);
  if (to) where.push(Prisma.sql`d.declared_at <= ${to.toISOString()}::timestamptz`);
  const asked = [...(terms?.all.map((term) => term.document) ?? []), ...facts];
  return { document: asked.length ? every(asked) : null, facts, terms, where: Prisma.join(where, " and "), plain: !terms && where.length === 1 };
}

/** For `with`: the incidents whose documents are behind, newest first. A flood of them (an import) is folded within seconds; beyond 2 000 the documents must do. */
export const STALE = Prisma.sql`stale as materialized (select s.* from search.stale s order by s.since desc limit 2000)`;

/** A stale incident `s` holds the words, told from its rows. */
export const holds = ({ terms }: Scope): Prisma.Sql =>
  terms?.all.length
    ? Prisma.sql`search.holds(row(s.*)::search.stale, d.tsv, ${terms.all.map((term) => term.document)}::tsquery[], ${terms.all.map((term) => term.row)}::tsquery[])`
    : Prisma.sql`true`;

/** The rows of `d` that fit, wherever their words stand; `columns` may name `d` alone. Needs STALE. */
export function fitting(scope: Scope, columns: Prisma.Sql, rest = Prisma.empty): Prisma.Sql {
  const named = scope.terms?.ref ? Prisma.sql`d.number <> ${scope.terms.ref}` : Prisma.sql`true`;
  if (scope.document === null) {
    const words = scope.terms ? Prisma.sql`false` : Prisma.sql`true`;
    return Prisma.sql`select ${columns} from search.incident d where ${words} and ${named} and ${scope.where} order by d.declared_at desc, d.number desc ${rest}`;
  }
  return Prisma.sql`
    (select ${columns} from search.incident d
     where d.tsv @@ ${scope.document}::tsquery and d.id not in (select incident_id from stale) and ${named} and ${scope.where} ${rest})
    union all
    (select ${columns} from stale s join search.incident d on d.id = s.incident_id where ${named} and ${scope.where} and ${holds(scope)} ${rest})`;
}

/** Whether a row `d` that was reached by its place in an order fits: the same question, put to the row. Needs STALE. */
export function fits(scope: Scope): Prisma.Sql {
  if (scope.document === null) return scope.where;
  return Prisma.sql`${scope.where} and case when d.id in (select incident_id from stale)
    then exists (select 1 from stale s where s.incident_id = d.id and ${holds(scope)}) else ts_match_vq(d.tsv, ${scope.document}::tsquery) end`;
}
