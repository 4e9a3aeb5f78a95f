import { removeActionItem } from "../../lib/actions/client";
import type { ActionItem } from "../../lib/actions/schema";
import { toast } from "../ui/toast";

const WAITS = 8000;

/** Deletes an item when the notice that offers to take it back has passed, or the page is left: its number is not given again. */
export function removeLater(item: ActionItem, onUndo: () => void): void {
  let open = true;
  const settle = () => {
    if (!open) return;
    open = false;
    clearTimeout(timer);
    removeEventListener("pagehide", settle);
    removeActionItem(item.id).catch((error: Error) => toast(`${item.ref} is still there. ${error.message}`, { tone: "danger" }));
  };
  const timer = setTimeout(settle, WAITS);
  addEventListener("pagehide", settle);
  toast(`${item.ref} will be deleted`, {
    lasts: WAITS,
    undo: () => {
      open = false;
      clearTimeout(timer);
      removeEventListener("pagehide", settle);
      onUndo();
    },
  });
}
