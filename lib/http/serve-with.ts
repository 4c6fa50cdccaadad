import { AppError } from "@/lib/errors/app-error";
import { failure } from "@/lib/http/failure";
import type { Ctx } from "@/lib/services/ctx";
import type { Verb } from "@/lib/services/define-verb";

const BODY_BYTES_MAX = 4 * 1024 * 1024;

export type RouteContext = { params: Promise<Record<string, string>> };

/** How `serve` answers, given how the asker is found. */
export function serveWith<I, O>(
  openCtx: (slug: string) => Promise<Ctx>,
  verb: Verb<I, O>,
): (request: Request, route: RouteContext) => Promise<Response> {
  return async (request, route) => {
    try {
      checkOrigin(request, verb.contract.audit !== null);
      const { ws, ...params } = await route.params;
      if (!ws) throw new AppError("not_found", "There is no workspace in this address.");
      const ctx = await openCtx(ws);
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const body = request.method === "GET" ? {} : await readJson(request);
      return Response.json(await verb(ctx, { ...query, ...body, ...params } as I), {
        headers: { "cache-control": "no-store" },
      });
    } catch (error) {
      return failure(verb.contract.name, error);
    }
  };
}

/** A write from another site's page must not ride on the session's cookie. */
function checkOrigin(request: Request, writes: boolean): void {
  if (request.method === "GET" && writes)
    throw new AppError("invalid", "This changes something, so it must be sent with POST or PATCH.");
  const origin = request.headers.get("origin");
  if (request.method === "GET" || origin === null) return;
  // An opaque origin is the word "null", which is no address at all.
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.get("host"))
    throw new AppError("forbidden", "This request came from another site.");
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request);
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed !== null && typeof parsed === "object" && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    // answered below
  }
  throw new AppError("invalid", "body: not a JSON object. Send one with the content type application/json.");
}

/** Stops reading at the limit, whatever the request says of its length. */
async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) throw new AppError("invalid", "body: larger than 4 MB. Send less at a time.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
