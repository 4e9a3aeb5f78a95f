import { auditCsv, listAudit } from "@/lib/audit/queries";
import { AuditPage, ListAudit } from "@/lib/audit/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/audit", {
  GET: route({
    summary: "The audit log, newest first; `format=csv` gives the whole of what the filters leave",
    verb: "audit.read",
    query: ListAudit,
    answer: AuditPage,
    async run({ ctx, query }) {
      if (query.format !== "csv") return listAudit(ctx, query);
      const name = `candor-audit-${new Date().toISOString().slice(0, 10)}.csv`;
      const headers = {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      };
      return new Response(auditCsv(ctx, query), { headers });
    },
  }),
});
