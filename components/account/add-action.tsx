"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { useAct } from "@/lib/client/use-act";
import type { AccountActs } from "./account-acts";

type TaskType = "call" | "meeting" | "email" | "to_do";
const types = [
  { value: "call", label: "Call" },
  { value: "meeting", label: "Meeting" },
  { value: "email", label: "E-mail" },
  { value: "to_do", label: "To-do" },
] as const;

/** Add a task for this account. */
export function AddAction({ ws, accountId, act }: { ws: string; accountId: string; act: AccountActs["createTask"] }) {
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [type, setType] = useState<TaskType>("call");
  const [days, setDays] = useState<number | null>(2);
  const { run, busy, error } = useAct(ws, act);
  const add = () =>
    run({ accountId, title, type, dueInDays: days ?? 2 }, `Added “${title}”`, () => {
      setOpen(false);
      setTitle("");
    });
  return (
    <Dialog
      width="s"
      open={open}
      onOpenChange={setOpen}
      title="Add an action"
      trigger={
        <Button variant="primary" icon="add">
          Add action
        </Button>
      }
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" busy={busy} onClick={add}>
            Add action
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="What is to be done" error={error}>
          <Input value={title} onValueChange={setTitle} maxLength={200} placeholder="Book admin training" />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Kind">
            <Select<TaskType> options={types} value={type} onValueChange={setType} />
          </Field>
          <Field label="Due in">
            <NumberField value={days} onValueChange={setDays} min={0} max={365} unit="days" />
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
