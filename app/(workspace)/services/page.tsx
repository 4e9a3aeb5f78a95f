import type { Metadata } from "next";
import { NameFilter } from "@/components/directory/name-filter";
import { NothingFound } from "@/components/directory/nothing-found";
import { PageHeader } from "@/components/layout/page-header";
import { AddService } from "@/components/services/add-service";
import { SERVICE_EXAMPLE } from "@/components/services/service-example";
import { ServiceList } from "@/components/services/service-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { ViewLinks } from "@/components/ui/view-links";
import { pageReader } from "@/lib/auth/page";
import { fromStartIfLost, pageQuery } from "@/lib/http/page-query";
import { may } from "@/lib/incidents/policy";
import { paths, withQuery } from "@/lib/paths";
import { listServices } from "@/lib/services/queries";
import { ListServices } from "@/lib/services/schema";

export const metadata: Metadata = { title: "Services" };

export default async function ServicesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await pageReader();
  const { limit: _, ...query } = pageQuery(ListServices, await searchParams);
  const { items, nextCursor } = await fromStartIfLost({ ...query, limit: 50 }, (at) => listServices(ctx, at));
  const canWrite = may("service.write", { role: ctx.actor.role });
  const archived = query.archived === true;
  const at = (cursor: string | null) => withQuery(paths.services(), { q: query.q, archived: archived ? "true" : null, cursor });
  return (
    <>
      <PageHeader title="Services" actions={canWrite ? <AddService /> : null}>
        What runs here, who owns it, and what stands on what.
      </PageHeader>
      <ViewLinks
        label="Services"
        views={[
          { href: paths.services(), label: "Running", current: !archived },
          { href: withQuery(paths.services(), { archived: "true" }), label: "Archived", current: archived },
        ]}
      >
        <NameFilter action={paths.services()} q={query.q} label="Find a service" keep={archived ? { archived: "true" } : {}} />
      </ViewLinks>
      {items.length ? <ServiceList services={items} /> : null}
      {items.length === 0 && query.q ? (
        <NothingFound q={query.q} all={withQuery(paths.services(), { archived: archived ? "true" : null })} label="All services" />
      ) : null}
      {items.length === 0 && !query.q && archived ? (
        <p className="py-8 text-soft">Nothing is archived. A service that no longer runs goes here; its incidents keep naming it.</p>
      ) : null}
      {items.length === 0 && !query.q && !archived ? (
        <EmptyState title="No services yet" actions={canWrite ? <AddService variant="primary" /> : null} example={<ServiceList services={SERVICE_EXAMPLE} />}>
          A service is anything that can break: a program, a queue, a vendor. Who declares an incident names those that are hurt, and its owners are told at
          once.
        </EmptyState>
      ) : null}
      <Pager prev={query.cursor ? at(null) : null} next={nextCursor ? at(nextCursor) : null} prevLabel="From the start" nextLabel="More" />
    </>
  );
}
