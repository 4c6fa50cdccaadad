import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import { DoorError } from "@/lib/http/ingest/door-error";

/** Headers that let the page which asked read the answer. The tracking API uses no cookies, so this opens nothing. */
export function crossOriginHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get("origin");
  if (!origin) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "authorization, content-type, content-encoding, anonymousid, x-retry-count",
    "access-control-max-age": "86400",
    vary: "origin",
  };
}

/** A browser key works only from the pages on its list; a server key never from another site's page (RULES S32). */
export function checkOrigin(request: Request, key: FoundWriteKey): void {
  const origin = request.headers.get("origin");
  if (!origin) return;
  if (key.kind === "browser") {
    if (key.origins.includes("*") || key.origins.includes(origin)) return;
    throw new DoorError(
      403,
      `This key may not be used from ${origin}. Add that address to the key under Settings, Sources.`,
    );
  }
  if (URL.canParse(origin) && new URL(origin).host === request.headers.get("host")) return;
  throw new DoorError(
    403,
    "This is a server key, and a web page would show it to everybody. Use a browser key for pages.",
  );
}
