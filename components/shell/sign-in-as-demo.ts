import { signIn } from "next-auth/react";
import type { Role } from "./member";

/** What the README prints; these accounts exist in the demo workspace alone. */
const demoPassword = "waymark";

export const demoEmail = (role: Role) => `${role}@demo.test`;

/** Signs in with a demo account. False where the account does not take the printed password. */
export async function signInAsDemo(role: Role): Promise<boolean> {
  const answer = await signIn("credentials", { email: demoEmail(role), password: demoPassword, redirect: false });
  return answer?.ok ?? false;
}
