import { redirect } from "next/navigation";
import { currentUser, type User } from "./current-user";

/** Who is signed in; anyone else is led to the sign-in page and back to `to`. */
export async function requireUser(to: string): Promise<User> {
  return (await currentUser()) ?? redirect(`/sign-in?to=${encodeURIComponent(to)}`);
}
