import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Section } from "@/components/layout/section";
import { AuditFilters } from "@/components/settings/audit-filters";
import { AuditList } from "@/components/settings/audit-list";
import { Pager } from "@/components/ui/pager";
import { listAudit } from "@/lib/audit/queries";
import { ListAudit } from "@/lib/audit/schema";
import { peopleById } from "@/lib/auth/directory";
import { pageCtxFor, pageReader } from "@/lib/auth/page";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { paths, withQuery } from "@/lib/paths";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await pageCtxFor("audit.read");
  const { zone } = await pageReader();
  const { format: _, limit: __, ...query } = pageQuery(ListAudit, await searchParams);
  const { items, nextCursor } = await fromStartIfLost({ ...query, limit: 50 }, (at) => listAudit(ctx, at));
  const filter = {
    type: query.type ?? null,
    actor: query.actor ?? null,
    incident: query.incident ?? null,
    from: query.from?.toISOString() ?? null,
    to: query.to?.toISOString() ?? null,
  };
  const actor = query.actor ? (await peopleById([query.actor])).get(query.actor) : null;
  const at = (cursor: string | null) => withQuery(paths.settingsAudit(), { ...filter, cursor });
  return (
    <Section
      title="Audit log"
      aside={
        <a className="link inline-flex items-center gap-1.5" href={withQuery("/api/v1/audit", { format: "csv", ...filter })} download>
          <Download aria-hidden="true" className="size-4" />
          Export as CSV
        </a>
      }
    >
      <AuditFilters filter={filter} actor={actor ? { id: actor.id, label: actor.name } : null} zone={zone} />
      <div className="mt-6">
        {items.length ? <AuditList events={items} zone={zone} /> : <p className="py-8 text-soft">Nothing happened that fits. Take a filter away.</p>}
      </div>
      <Pager prev={query.cursor ? at(null) : null} next={nextCursor ? at(nextCursor) : null} prevLabel="Newest" nextLabel="Older" />
    </Section>
  );
}
