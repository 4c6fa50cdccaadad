"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useAct } from "@/lib/client/use-act";
import type { AccountActs } from "./account-acts";

interface MarkCriterionProps {
  ws: string;
  accountId: string;
  criterion: { id: string; name: string };
  act: AccountActs["markCriterion"];
}

/** Mark a criterion met or waived; the reason is asked for and shown for ever. */
export function MarkCriterion({ ws, accountId, criterion, act }: MarkCriterionProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { run, busy, error } = useAct(ws, act);
  const mark = (status: "met" | "waived") =>
    run({ accountId, criterionId: criterion.id, status, reason }, `${criterion.name} marked ${status}`, () => {
      setOpen(false);
      setReason("");
    });
  return (
    <Dialog
      width="s"
      open={open}
      onOpenChange={setOpen}
      title={criterion.name}
      description="The reason stays with the mark, so that others can follow it."
      trigger={
        <Button size="s" variant="quiet">
          Mark
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button busy={busy} onClick={() => mark("waived")}>
            Waive
          </Button>
          <Button variant="primary" busy={busy} onClick={() => mark("met")}>
            Mark met
          </Button>
        </>
      }
    >
      <Field label="Reason" error={error}>
        <Textarea rows={3} value={reason} onValueChange={setReason} maxLength={500} />
      </Field>
    </Dialog>
  );
}
