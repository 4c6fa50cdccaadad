"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Conflict } from "./autosave";

const shown = (value: unknown): string =>
  value === undefined ? "deleted" : typeof value === "string" ? value || "empty" : JSON.stringify(value).slice(0, 80);

/** Both changed the same field: what each says, and one choice. Nothing is thrown away before it. */
export function ConflictDialog({
  conflict,
  onKeep,
}: {
  conflict: Conflict | null;
  onKeep: (whose: "mine" | "theirs") => void;
}) {
  return (
    <Dialog
      title="Somebody else changed this journey too"
      description="Everything that fits together is merged. These fields differ."
      open={conflict !== null}
      onOpenChange={() => undefined}
      footer={
        <>
          <Button onClick={() => onKeep("theirs")}>Take theirs</Button>
          <Button variant="primary" onClick={() => onKeep("mine")}>
            Keep mine
          </Button>
        </>
      }
    >
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line text-small text-ink-2">
            <th className="py-1.5 pr-3 font-medium">Field</th>
            <th className="py-1.5 pr-3 font-medium">Mine</th>
            <th className="py-1.5 font-medium">Theirs</th>
          </tr>
        </thead>
        <tbody>
          {conflict?.clashes.map((clash) => (
            <tr key={clash.where} className="border-b border-line align-top">
              <td className="py-1.5 pr-3">{clash.where}</td>
              <td className="py-1.5 pr-3 break-words">{shown(clash.mine)}</td>
              <td className="py-1.5 break-words">{shown(clash.theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
