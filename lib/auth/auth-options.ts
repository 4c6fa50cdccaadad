import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/lib/errors/app-error";
import { env } from "@/lib/env";
import { database } from "@/lib/http/database";
import { sessionCookies } from "./session-cookie";
import { sessionSecret } from "./session-secret";
import { signInWithPassword } from "./sign-in-with-password";

const SESSION_S = 30 * 86_400;

/** next-auth's settings. The session is a sealed token with the user's id and session version, nothing else. */
export function authOptions(): AuthOptions {
  const { url } = env();
  // The library builds its addresses from this variable alone; it must never take them from a request.
  process.env.NEXTAUTH_URL = url;
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_S },
    cookies: sessionCookies(url),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given, request) {
          if (!given?.email || !given.password) return null;
          try {
            const found = await signInWithPassword(database(), {
              email: given.email,
              password: given.password,
              address:
                String(request.headers?.["x-forwarded-for"] ?? "")
                  .split(",")[0]
                  ?.trim() || "unknown",
              nowMs: Date.now(),
            });
            return found && { id: found.id, sessionVersion: found.sessionVersion };
          } catch (error) {
            if (error instanceof AppError && error.code === "too_many")
              throw new Error(`TooMany ${error.detail.waitMs}`);
            throw error;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sub: user.id, version: "sessionVersion" in user ? user.sessionVersion : 0 } : token,
    },
  };
}
