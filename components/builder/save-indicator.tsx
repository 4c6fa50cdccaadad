"use client";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { useBuilder } from "./builder-context";

const time = (atMs: number): string =>
  new Date(atMs).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Where one's work is. Its width is kept, and only a failure takes a colour of its own. */
export function SaveIndicator({ onRetry }: { onRetry: () => void }) {
  const save = useBuilder((state) => state.save);
  const failed = save.type === "failed";
  const words =
    save.type === "saving"
      ? "Saving"
      : save.type === "offline"
        ? `Offline, ${save.changes} ${save.changes === 1 ? "change" : "changes"} kept on this device`
        : save.type === "failed"
          ? `Cannot save: ${save.reason}.`
          : save.atMs === null
            ? "Saved"
            : `Saved ${time(save.atMs)}`;
  return (
    <span
      role="status"
      className={join(
        "inline-flex h-6 min-w-24 max-xl:min-w-[72px] items-center gap-1.5 rounded-tag px-1.5 text-small",
        failed ? "max-w-80 bg-bad-soft text-bad" : "bg-ok-soft text-ok",
      )}
      title={words}
    >
      <Icon name={failed ? "problem" : save.type === "saved" ? "ok" : "busy"} size={14} />
      <span className="truncate">{words}</span>
      {failed && (
        <button type="button" className="min-h-6 font-semibold underline underline-offset-2" onClick={onRetry}>
          Retry
        </button>
      )}
    </span>
  );
}
