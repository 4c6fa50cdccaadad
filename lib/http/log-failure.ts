import { randomBytes } from "node:crypto";
import { log } from "@/lib/http/log";

/** Log a bug with its cause and give back a short reference to show instead of it. */
export function logFailure(where: string, error: unknown): string {
  const reference = randomBytes(4).toString("hex");
  log.error({ reference, where, err: error }, "unexpected failure");
  return reference;
}
