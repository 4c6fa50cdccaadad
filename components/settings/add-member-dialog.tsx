"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { MemberActions } from "@/components/settings/member-actions";
import { roleOptions } from "@/components/settings/role-options";
import { useFormAct } from "@/components/settings/use-form-act";
import { CodeBlock } from "@/components/source/code-block";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { Role } from "@/lib/contract/contract";

const empty = { name: "", email: "", role: "marketer" as Role };

export function AddMemberDialog({ ws, add }: { ws: string } & Pick<MemberActions, "add">) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState(empty);
  const [added, setAdded] = useState<{ name: string; password: string | null } | null>(null);
  const { send, busy, problems, clear } = useFormAct(ws, add);
  const set = (part: Partial<typeof empty>) => setForm((before) => ({ ...before, ...part }));
  const change = (next: boolean) => {
    setOpen(next);
    if (next) return;
    if (added) router.refresh();
    setAdded(null);
    setForm(empty);
    clear();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send(form);
    if (answer) setAdded(answer.result);
  };
  return (
    <Dialog
      title={added ? `${added.name} is a member` : "Add a member"}
      trigger={<Button icon="add">Add member</Button>}
      open={open}
      onOpenChange={change}
      footer={
        added ? (
          <DialogClose render={<Button variant="primary">Done</Button>} />
        ) : (
          <>
            <DialogClose render={<Button>Cancel</Button>} />
            <Button type="submit" form="add-member" variant="primary" busy={busy}>
              Add member
            </Button>
          </>
        )
      }
    >
      {added ? (
        <div className="flex flex-col gap-3">
          {added.password === null ? (
            <p className="text-ink-2">They have an account here already and sign in with their own password.</p>
          ) : (
            <>
              <p className="text-ink-2">
                Give them this first password. It is shown this once; they change it under Settings, Members.
              </p>
              <CodeBlock label="First password" text={added.password} />
            </>
          )}
        </div>
      ) : (
        <form id="add-member" onSubmit={submit} noValidate className="flex flex-col gap-4">
          {problems.form && <Notice tone="bad">{problems.form}</Notice>}
          <Field label="Name" required error={problems.name}>
            <Input value={form.name} onValueChange={(name) => set({ name })} autoComplete="off" />
          </Field>
          <Field label="E-mail" required error={problems.email} hint="They sign in with it.">
            <Input type="email" value={form.email} onValueChange={(email) => set({ email })} autoComplete="off" />
          </Field>
          <Field label="Role" required error={problems.role}>
            <Select options={roleOptions} value={form.role} onValueChange={(role) => set({ role })} />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
