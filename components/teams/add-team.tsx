"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { paths } from "@/lib/paths";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { TeamForm } from "./team-form";

export function AddTeam({ variant = "secondary" }: { variant?: "primary" | "secondary" }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button variant={variant} icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Make a team
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Make a team" at="top" width="md">
        <TeamForm onCancel={() => setOpen(false)} onDone={(saved) => router.push(paths.team(saved.id))} />
      </Dialog>
    </>
  );
}
