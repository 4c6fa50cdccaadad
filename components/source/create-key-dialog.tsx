"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { CodeBlock } from "@/components/source/code-block";
import type { KeyActions } from "@/components/source/key-actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";

const kinds = [
  {
    value: "server",
    label: "Server key",
    hint: "For your own servers. It can do everything; never put it into a page.",
  },
  {
    value: "browser",
    label: "Browser key",
    hint: "For pages. It cannot change addresses of known people, nor plan, revenue, owner or consent.",
  },
] as const;

export function CreateKeyDialog({ ws, create }: { ws: string } & Pick<KeyActions, "create">) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<"server" | "browser">("server");
  const [name, setName] = useState("");
  const [sites, setSites] = useState("");
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [made, setMade] = useState<string | null>(null);

  const change = (next: boolean) => {
    setOpen(next);
    if (next) return;
    if (made) router.refresh();
    setMade(null);
    setName("");
    setSites("");
    setProblems({});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const origins = kind === "browser" ? sites.split(/[\s,]+/).filter(Boolean) : [];
    const answer = await create(ws, { kind, name, origins }).catch(() => null);
    setBusy(false);
    if (answer?.ok) setMade(answer.result.key);
    else
      setProblems(
        answer
          ? problemsOf(answer.error)
          : { form: "Waymark did not answer. Check that it is running, then try again." },
      );
  };
  return (
    <Dialog
      title={made ? "Copy the key now" : "New write key"}
      trigger={<Button icon="add">New key</Button>}
      open={open}
      onOpenChange={change}
      footer={
        made ? (
          <DialogClose render={<Button variant="primary">Done</Button>} />
        ) : (
          <>
            <DialogClose render={<Button>Cancel</Button>} />
            <Button type="submit" form="new-key" variant="primary" busy={busy}>
              Make key
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-2">It is shown this once. Waymark keeps only its fingerprint.</p>
          <CodeBlock label="Write key" text={made} />
        </div>
      ) : (
        <form id="new-key" onSubmit={submit} className="flex flex-col gap-4">
          {problems.form && <Notice tone="bad">{problems.form}</Notice>}
          <Field label="Name" required error={problems.name} hint="The system that will use it.">
            <Input value={name} onValueChange={setName} autoComplete="off" />
          </Field>
          <RadioGroup label="Kind" options={kinds} value={kind} onValueChange={setKind} />
          {kind === "browser" && (
            <Field
              label="Sites"
              required
              error={problems.origins}
              hint="Whose pages may use it, one a line: https://shop.example. A * means any."
            >
              <Textarea value={sites} onValueChange={setSites} rows={3} mono />
            </Field>
          )}
        </form>
      )}
    </Dialog>
  );
}

/** By field of the form; what belongs to none stands above it. */
function problemsOf(error: { message: string; detail: Record<string, unknown> }): Record<string, string> {
  const fields = Array.isArray(error.detail.fields)
    ? (error.detail.fields as { field: string; message: string }[])
    : [];
  if (fields.length === 0) return { form: error.message };
  return Object.fromEntries(fields.map(({ field, message }) => [field.split(".")[0] ?? "form", message]));
}
