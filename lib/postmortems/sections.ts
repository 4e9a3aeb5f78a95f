import { createHash } from "node:crypto";
import type { Tx } from "../auth/change";
import { Prisma } from "../generated/prisma/client";
import type { Section } from "../documents/schema";

/** The sections that search leads to: of the newest published version or, before the first, of the draft. */

export interface SectionsOf {
  postmortemId: string;
  incidentId: string;
  /** A draft's sections stand only while nothing is published. */
  from: "draft" | "version";
  at: Date;
  /** Of a version: its title is found with what stands before the first heading. */
  title?: string;
}

/** The same section keeps its id: it is the post-mortem's and the anchor's. */
export function sectionId(postmortemId: string, anchor: string): string {
  const hex = createHash("sha256").update(`${postmortemId} ${anchor}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What search holds of a section. Its heading is words of it, too. */
const textOf = ({ heading, text }: Section) => [heading, text].filter(Boolean).join("\n");

/** Writes the sections and their search rows again, and drops those that are gone. One statement; what did not change is not written. */
export function sectionsSql({ postmortemId, incidentId, from, at, title }: SectionsOf, sections: readonly Section[]): Prisma.Sql {
  const titled = title
    ? [{ anchor: "", heading: title, text: sections.find(({ anchor }) => anchor === "")?.text ?? "" }, ...sections.filter(({ anchor }) => anchor !== "")]
    : sections;
  const rows = titled.map((section, place) => ({ id: sectionId(postmortemId, section.anchor), place, ...section, text: textOf(section) }));
  return Prisma.sql`
    with p as (select id from postmortem where id = ${postmortemId}::uuid and (${from === "version"} or "publishedVersion" is null)),
    s as materialized (
      select s.* from p cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, place int, anchor text, heading text, text text)),
    gone as (
      delete from postmortem_section x where x."postmortemId" = (select id from p) and x.id not in (select id from s) returning x.id),
    dropped as (delete from search.row r where r.kind = 'section' and r.source_id in (select id from gone)),
    written as (
      insert into postmortem_section (id, "postmortemId", place, anchor, heading) select s.id, ${postmortemId}::uuid, s.place, s.anchor, s.heading from s
      on conflict (id) do update set place = excluded.place, heading = excluded.heading
      where (postmortem_section.place, postmortem_section.heading) is distinct from (excluded.place, excluded.heading))
    insert into search.row (kind, source_id, incident_id, at, text) select 'section', s.id, ${incidentId}::uuid, ${at}, left(s.text, 100000) from s
    on conflict (kind, source_id) do update set at = excluded.at, text = excluded.text where search.row.text <> excluded.text`;
}

export const searchSections = (tx: Pick<Tx, "$executeRaw">, of: SectionsOf, sections: readonly Section[]): Promise<number> =>
  tx.$executeRaw(sectionsSql(of, sections));
