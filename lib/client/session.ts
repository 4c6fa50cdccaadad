import { signIn, signOut } from "next-auth/react";
import type { Role } from "@/lib/contract/contract";

export type SignInAnswer = { ok: true } | { ok: false; message: string };

/** What the README prints; these accounts exist in the demo workspace alone. */
const demoPassword = "waymark";

export const demoEmail = (role: Role) => `${role}@demo.test`;

export async function signInWith(email: string, password: string): Promise<SignInAnswer> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => undefined);
  if (!answer) return { ok: false, message: "Waymark did not answer. Check that it is running, then try again." };
  if (answer.ok && !answer.error) return { ok: true };
  const tooMany = /^TooMany (\d+)$/.exec(answer.error ?? "");
  if (tooMany) {
    const minutes = Math.max(1, Math.ceil(Number(tooMany[1]) / 60_000));
    return {
      ok: false,
      message: `Too many failed sign-ins. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
    };
  }
  if (answer.error === "CredentialsSignin")
    return { ok: false, message: "E-mail and password do not match. Check both and try again." };
  return { ok: false, message: "Waymark could not check the password. Its log says why; try again in a moment." };
}

export function signInAsDemo(role: Role): Promise<SignInAnswer> {
  return signInWith(demoEmail(role), demoPassword);
}

export async function leave(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
}
