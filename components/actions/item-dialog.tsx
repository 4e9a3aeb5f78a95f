"use client";

import type { ComponentProps } from "react";
import { Dialog } from "../ui/dialog";
import { ItemForm } from "./item-form";

/** The form in a sheet; what is typed is kept when it is closed. */
export default function ItemDialog({ onClose, ...form }: Omit<ComponentProps<typeof ItemForm>, "onCancel"> & { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={form.item ? `Change ${form.item.ref}` : "An action item"} at="top" width="md">
      <ItemForm {...form} onCancel={onClose} />
    </Dialog>
  );
}
