import { resourceAt, route } from "@/lib/http/route";
import { archiveService, updateService } from "@/lib/services/mutations";
import { getService, serviceFacts } from "@/lib/services/queries";
import { Service, UpdateService } from "@/lib/services/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/services/{id}",
  {
    GET: route({
      summary: "A service: who owns it, what it depends on, what depends on it",
      answer: Service,
      run: ({ ctx, params }) => getService(ctx, params.id),
    }),
    PATCH: route({
      summary: "Change a service; dependsOn, where given, replaces the list",
      verb: "service.write",
      body: UpdateService,
      answer: Service,
      run: ({ ctx, params, body, ifMatch }) => updateService(ctx, params.id, body, ifMatch),
    }),
    DELETE: route({
      summary: "Archive a service; incidents keep naming it",
      verb: "service.write",
      status: 204,
      run: ({ ctx, params, ifMatch }) => archiveService(ctx, params.id, ifMatch),
    }),
  },
  { locate: serviceFacts },
);
