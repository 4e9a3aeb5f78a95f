"use client";

import { type ReactNode, useState } from "react";
import { Banner } from "./banner";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The verb that will happen: "Redact the entry". */
  action: string;
  danger?: boolean;
  /** Closes when it is done; a thrown error's words are shown and the dialog stays. */
  onConfirm: () => Promise<unknown> | unknown;
}

/** Asks before what cannot be undone. What can be undone happens at once, with an undo. */
export function ConfirmDialog({ open, onClose, title, children, action, danger, onConfirm }: Props) {
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function confirm() {
    setPending(true);
    setFailed(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailed(error instanceof Error ? error.message : "That did not work. Nothing was changed.");
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      width="sm"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      <div className="space-y-3 text-soft">{children}</div>
      {failed ? (
        <Banner tone="danger" role="alert" className="mt-4">
          {failed}
        </Banner>
      ) : null}
    </Dialog>
  );
}
