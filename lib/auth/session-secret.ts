import { createHash } from "node:crypto";
import { env } from "@/lib/env";

/** What sessions are sealed with. The start makes the secret once in the data directory and hands it on. */
export function sessionSecret(): string {
  const { secret } = env();
  if (!secret) throw new Error("WAYMARK_SECRET is not set. Start Waymark with: npm start");
  return createHash("sha256").update(`session ${secret}`).digest("base64url");
}
