"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { signInWith } from "@/lib/client/session";
import type { SetUpInput } from "@/lib/contract/workspace/set-up";

type Begin = (
  input: SetUpInput,
) => Promise<{ ok: true; slug: string } | { ok: false; message: string; fields: { field: string; message: string }[] }>;

const fields = [
  { name: "workspace", label: "Workspace", hint: "Your company or brand.", type: "text", autoComplete: "organization" },
  { name: "name", label: "Your name", type: "text", autoComplete: "name" },
  { name: "email", label: "E-mail", type: "email", autoComplete: "username" },
  {
    name: "password",
    label: "Password",
    hint: "At least 10 characters.",
    type: "password",
    autoComplete: "new-password",
  },
] as const;

/** The first admin and their workspace; then signed in and inside it. */
export function SetUpForm({ begin }: { begin: Begin }) {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: keyof SetUpInput) => String(form.get(name) ?? "");
    const input = {
      workspace: given("workspace"),
      name: given("name"),
      email: given("email"),
      password: given("password"),
    };
    setBusy(true);
    const answer = await begin(input);
    if (answer.ok) {
      const entered = await signInWith(input.email, input.password);
      return window.location.assign(entered.ok ? `/${answer.slug}` : "/sign-in");
    }
    setBusy(false);
    setErrors(
      answer.fields.length > 0
        ? Object.fromEntries(answer.fields.map((one) => [one.field, one.message]))
        : { workspace: answer.message },
    );
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 pt-2 text-ink">
      {fields.map(({ name, label, type, autoComplete, ...rest }) => (
        <Field
          key={name}
          label={label}
          name={name}
          error={errors[name]}
          {...("hint" in rest ? { hint: rest.hint } : {})}
        >
          <Input type={type} autoComplete={autoComplete} name={name} />
        </Field>
      ))}
      <Button type="submit" variant="primary" busy={busy} className="self-start">
        Make the workspace
      </Button>
    </form>
  );
}
