"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { demoEmail, type SignInAnswer, signInAsDemo, signInWith } from "@/lib/client/session";
import { type Role, roles } from "@/lib/contract/contract";
import { roleWord } from "./member";

interface SignInFormProps {
  to: string;
  /** Demo accounts exist: one press each. */
  demo: boolean;
  noWorkspace: boolean;
}

const sees = {
  admin: "Everything, settings too",
  manager: "Portfolio and approvals",
  marketer: "Journeys and their results",
  csm: "Accounts and the day's tasks",
  viewer: "Reads, changes nothing",
} as const satisfies Record<Role, string>;

export function SignInForm({ to, demo, noWorkspace }: SignInFormProps) {
  const [busy, setBusy] = useState<Role | "form" | null>(null);
  const [problem, setProblem] = useState<string | null>(
    noWorkspace
      ? "You are not a member of any workspace. Ask an admin of yours to add you, or sign in as somebody else."
      : null,
  );
  const attempt = async (who: Role | "form", signIn: () => Promise<SignInAnswer>) => {
    setBusy(who);
    setProblem(null);
    const answer = await signIn();
    if (answer.ok) {
      window.location.assign(to);
      return;
    }
    setProblem(answer.message);
    setBusy(null);
  };
  return (
    <div className="flex flex-col gap-6 pt-2 text-ink">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void attempt("form", () => signInWith(String(form.get("email")), String(form.get("password"))));
        }}
      >
        <div role="alert">{problem && <Notice tone="bad">{problem}</Notice>}</div>
        <Field label="E-mail" name="email">
          <Input type="email" autoComplete="username" required />
        </Field>
        <Field label="Password" name="password">
          <Input type="password" autoComplete="current-password" required />
        </Field>
        <Button type="submit" variant="primary" busy={busy === "form"} disabled={busy !== null} className="self-start">
          Sign in
        </Button>
      </form>
      {demo && (
        <section aria-labelledby="demo-accounts">
          <h2 id="demo-accounts" className="border-b border-line pb-2 text-section">
            Or look around the demo
          </h2>
          <ul>
            {roles.map((role) => (
              <li key={role} className="flex min-h-11 items-center gap-3 border-b border-line py-1.5">
                <span className="min-w-0 flex-1">
                  {sees[role]}
                  <span className="block truncate text-small text-ink-3">{demoEmail(role)}</span>
                </span>
                <Button
                  size="s"
                  busy={busy === role}
                  disabled={busy !== null}
                  onClick={() => attempt(role, () => signInAsDemo(role))}
                >
                  {`Sign in as ${roleWord[role]}`}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
