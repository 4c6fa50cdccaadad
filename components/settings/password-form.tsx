"use client";
import type { FormEvent } from "react";
import { type FormAct, useFormAct } from "@/components/settings/use-form-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { toastDone } from "@/components/ui/toast";
import { signInWith } from "@/lib/client/session";

interface PasswordFormProps {
  ws: string;
  change: FormAct<{ before: string; password: string }, { email: string }>;
}

/** Every session ends with the change, so this browser signs in anew. */
export function PasswordForm({ ws, change }: PasswordFormProps) {
  const { send, busy, problems } = useFormAct(ws, change);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const password = String(given.get("password") ?? "");
    const answer = await send({ before: String(given.get("before") ?? ""), password });
    if (!answer) return;
    const entered = await signInWith(answer.result.email, password);
    if (!entered.ok) return window.location.assign("/sign-in");
    form.reset();
    toastDone("Your password is changed. Other devices are signed out");
  };
  return (
    <Section title="Your password" note="Changing it signs you out on every other device.">
      <form method="post" onSubmit={submit} noValidate className="flex max-w-[400px] flex-col gap-4 pt-4">
        {problems.form && <Notice tone="bad">{problems.form}</Notice>}
        <Field label="Password you use now" name="before" required error={problems.before}>
          <Input type="password" autoComplete="current-password" name="before" />
        </Field>
        <Field label="New password" name="password" required error={problems.password} hint="At least 10 characters.">
          <Input type="password" autoComplete="new-password" name="password" />
        </Field>
        <Button type="submit" busy={busy} className="self-start">
          Change password
        </Button>
      </form>
    </Section>
  );
}
