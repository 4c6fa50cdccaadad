"use client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { waysOf } from "@/lib/journey/edit/delete-steps";
import { findPath } from "@/lib/journey/edit/journey-draft";
import { useBuilder, useBuilderStore } from "./builder-context";
import { portName } from "./port-name";
import { removeBranch } from "./step-acts";

/** The only question deleting ever asks: which way of a branching step stays. */
export function DeleteBranchDialog() {
  const store = useBuilderStore();
  const branchId = useBuilder((state) => state.deleting?.branchId ?? null);
  const document = useBuilder((state) => state.draft.document);
  const step = useBuilder((state) => (branchId === null ? undefined : state.stepsById.get(branchId)));
  const ways = branchId === null ? [] : waysOf(document, branchId);
  const nameOf = (port: string): string => {
    const to = findPath(document, { from: branchId ?? "", port })?.to;
    return document.steps.find((one) => one.id === to)?.name ?? "nowhere";
  };
  return (
    <Dialog
      title={`Delete ${step?.name ?? "step"}: which way stays?`}
      description="Steps that only the other ways reach are deleted with it. Undo brings everything back."
      open={branchId !== null}
      onOpenChange={(open) => !open && store.getState().set({ deleting: null })}
      width="s"
      footer={<DialogClose render={<Button>Cancel</Button>} />}
    >
      <div className="flex flex-col gap-2 py-1">
        {branchId !== null &&
          ways.map((port) => (
            <Button key={port} onClick={() => removeBranch(store, branchId, port)}>
              Keep {portName(step, port)}, to {nameOf(port)}
            </Button>
          ))}
        {branchId !== null && (
          <Button variant="danger" onClick={() => removeBranch(store, branchId, null)}>
            {ways.length === 2 ? "Delete both" : "Delete all of them"}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
