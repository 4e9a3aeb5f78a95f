"use client";

import { Archive, Flame } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import { useUpdateService } from "@/lib/services/client";
import type { Service } from "@/lib/services/schema";
import { EditablePage } from "../directory/editable-page";
import { declareSheet } from "../layout/openers";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { ServiceFacts } from "./service-facts";
import { ServiceForm } from "./service-form";

const sorry = (error: Error) => void toast(error.message, { tone: "danger" });

/** A service's page around its incidents: who owns it, what stands on it; changed in its place, archived with an undo. */
export function ServiceView({ service, canWrite, children }: { service: Service; canWrite: boolean; children: ReactNode }) {
  const router = useRouter();
  const update = useUpdateService(service.id);
  const archive = (archived: boolean) =>
    update.mutate(
      { input: { archived } },
      {
        onSuccess: () => {
          router.refresh();
          if (archived) toast(`${service.name} is archived`, { undo: () => archive(false) });
        },
        onError: sorry,
      },
    );
  const live = service.archivedAt === null;

  return (
    <EditablePage
      title={service.name}
      up={{ href: paths.services(), label: "Services" }}
      description={service.description}
      editLabel="Edit this service"
      form={canWrite ? (done, cancel) => <ServiceForm service={service} onDone={done} onCancel={cancel} /> : undefined}
      notice={
        live ? null : (
          <Banner
            title="Archived"
            className="mb-4"
            actions={
              canWrite ? (
                <Button size="sm" pending={update.isPending} onClick={() => archive(false)}>
                  Take it back
                </Button>
              ) : null
            }
          >
            It no longer runs. The incidents in which it was concerned keep naming it.
          </Banner>
        )
      }
      actions={
        live ? (
          <>
            <Button
              variant="quiet"
              icon={<Flame aria-hidden="true" />}
              onClick={() => declareSheet.open({ services: [{ id: service.id, name: service.name }] })}
            >
              Declare for it
            </Button>
            {canWrite ? (
              <Button variant="quiet" icon={<Archive aria-hidden="true" />} pending={update.isPending} onClick={() => archive(true)}>
                Archive
              </Button>
            ) : null}
          </>
        ) : null
      }
      facts={<ServiceFacts service={service} />}
    >
      {children}
    </EditablePage>
  );
}
