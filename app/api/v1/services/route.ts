import { resourceAt, route } from "@/lib/http/route";
import { createService } from "@/lib/services/mutations";
import { getService, listServices } from "@/lib/services/queries";
import { CreateService, ListServices, Service, ServicePage } from "@/lib/services/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/services", {
  GET: route({ summary: "Services, by name", query: ListServices, answer: ServicePage, run: ({ ctx, query }) => listServices(ctx, query) }),
  POST: route({
    summary: "Add a service",
    verb: "service.write",
    body: CreateService,
    answer: Service,
    status: 201,
    run: ({ ctx, body }) => createService(ctx, body),
    again: ({ ctx }, id) => getService(ctx, id),
    location: (made: Service) => `/services/${made.id}`,
  }),
});
