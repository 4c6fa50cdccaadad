import { database } from "@/lib/http/database";
import type { LinkWorld } from "@/lib/services/links/through-link";

export function linkWorld(): LinkWorld {
  return { database: database(), now: () => new Date() };
}

/** Lower-case header names to values, as the scanner table wants them. */
export function askedBy(request: Request): { method: string; headers: Record<string, string> } {
  return { method: request.method, headers: Object.fromEntries(request.headers) };
}
