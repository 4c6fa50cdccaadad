import { createHmac, timingSafeEqual } from "node:crypto";

/** Proof that a workspace's own server vouches for a user id: hex HMAC-SHA256 of the id with the signing secret. */
export function userHashOf(userId: string, signingSecret: string): string {
  return createHmac("sha256", signingSecret).update(userId).digest("hex");
}

export function isUserHash(given: string, userId: string, signingSecret: string): boolean {
  const expected = Buffer.from(userHashOf(userId, signingSecret));
  const bytes = Buffer.from(given.toLowerCase());
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
