import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";
import { findUserById } from "@/db/queries/user/find-user";
import { env } from "@/lib/env";
import { database } from "@/lib/http/database";
import { sessionCookies } from "./session-cookie";
import { sessionSecret } from "./session-secret";

export interface User {
  id: string;
  email: string;
  name: string;
}

/** Who is signed in, asked of the database once per request: a deleted user or an ended session is nobody. */
export const currentUser = cache(async (): Promise<User | null> => {
  const sealed = (await cookies()).get(sessionCookies(env().url).sessionToken.name)?.value;
  if (!sealed) return null;
  const token = await decode({ token: sealed, secret: sessionSecret() }).catch(() => null);
  if (!token?.sub) return null;
  const { sub: userId, version } = token;
  const found = await database().outside((tx) => findUserById(tx, userId));
  if (!found || found.sessionVersion !== version) return null;
  return { id: found.id, email: found.email, name: found.name };
});
