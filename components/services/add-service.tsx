"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { paths } from "@/lib/paths";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ServiceForm } from "./service-form";

export function AddService({ variant = "secondary" }: { variant?: "primary" | "secondary" }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button variant={variant} icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Add a service
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Add a service" at="top" width="md">
        <ServiceForm onCancel={() => setOpen(false)} onDone={(saved) => router.push(paths.service(saved.id))} />
      </Dialog>
    </>
  );
}
