import { toast } from "sonner";

/** Something the person just did, and the way back for 8 s. */
export function toastDone(message: string, undo?: () => void) {
  toast(message, {
    duration: 8_000,
    ...(undo ? { action: { label: "Undo", onClick: undo } } : {}),
  });
}

/** An act that did not happen: what failed and what to do. Stays until it is closed. */
export function toastFailed(message: string, retry?: () => void) {
  toast.error(message, {
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
    ...(retry ? { action: { label: "Try again", onClick: retry } } : {}),
  });
}
