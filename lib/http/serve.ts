import { AppError, httpStatus } from "@/lib/errors/app-error";
import { logFailure } from "@/lib/http/log-failure";
import { openCtx } from "@/lib/http/open-ctx";
import type { Verb } from "@/lib/services/define-verb";

const BODY_BYTES_MAX = 4 * 1024 * 1024;

type RouteContext = { params: Promise<Record<string, string>> };

/** Make a route of a verb for the app's own pages: same origin, signed in, JSON in and out. The address's parameters,
 * its query and the body together are the verb's input; `ws` is the workspace. */
export function serve<I, O>(verb: Verb<I, O>): (request: Request, route: RouteContext) => Promise<Response> {
  return async (request, route) => {
    try {
      const { ws, ...params } = await route.params;
      if (!ws) throw new AppError("not_found", "There is no workspace in this address.");
      const ctx = await openCtx(ws);
      checkOrigin(request, verb.contract.audit !== null);
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
  if (request.method !== "GET" && origin !== null && new URL(origin).host !== request.headers.get("host")) {
    throw new AppError("forbidden", "This request came from another site.");
  }
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.length > BODY_BYTES_MAX) throw new AppError("invalid", "body: larger than 4 MB. Send less at a time.");
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

/** `detail` stands beside `error`, so that a conflict carries what stands now as its body. */
export function failure(where: string, error: unknown): Response {
  if (error instanceof AppError) {
    return Response.json(
      { ...error.detail, error: { code: error.code, message: error.message } },
      { status: httpStatus[error.code] },
    );
  }
  const reference = logFailure(where, error);
  return Response.json(
    { error: { code: "bug", message: `A fault of ours (reference ${reference}). Nothing was changed.` } },
    { status: 500 },
  );
}
