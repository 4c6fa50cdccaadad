import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import { ingestCalls, type IngestCall } from "@/lib/contract/ingest/call";
import { INGEST_BATCH_ITEMS_MAX } from "@/lib/contract/ingest/limits";
import { checkOrigin, crossOriginHeaders } from "@/lib/http/ingest/cross-origin";
import { DoorError } from "@/lib/http/ingest/door-error";
import { readBody } from "@/lib/http/ingest/read-body";
import { readKey } from "@/lib/http/ingest/read-key";
import { clientSettings } from "@/lib/http/ingest/client-settings";
import { logFailure } from "@/lib/http/log-failure";
import { findKey } from "@/lib/services/ingest/find-key";
import { ingestBatch, type IngestBatch, type IngestDeps } from "@/lib/services/ingest/ingest-batch";
import { IngestMemory } from "@/lib/services/ingest/ingest-memory";

export interface Ingest {
  /** Answer a call of the tracking API; `name` is the last part of its address, such as "batch". */
  track(request: Request, name: string): Promise<Response>;
  /** What Segment's and RudderStack's browser clients ask for before they send. */
  settings(request: Request, form: "segment" | "rudder", key: string | null): Promise<Response>;
}

/** The tracking API over one database, with its own memory. It answers 200 only after the commit. `address` is where
 * clients reach it, such as "https://journeys.example". */
export function openIngest(deps: IngestDeps, address: string): Ingest {
  const memory = new IngestMemory();
  const authorize = async (request: Request, secret: string | null): Promise<FoundWriteKey> => {
    if (!secret)
      throw new DoorError(
        401,
        "The write key is missing. Give it as the user name of basic authorization, or as writeKey in the body.",
      );
    const key = await findKey(deps, memory, secret);
    if (!key)
      throw new DoorError(401, "This write key is not known here or was revoked. Copy one from Settings, Sources.");
    checkOrigin(request, key);
    return key;
  };
  return {
    track: (request, name) =>
      answer(request, async () => {
        const call = ingestCalls.get(name);
        if (!call)
          throw new DoorError(
            404,
            `There is no call "${name}". Use one of ${[...ingestCalls.keys()].filter((one) => one.length > 1).join(", ")}.`,
          );
        if (request.method !== "POST") throw new DoorError(405, "Send this with POST.");
        const body = await readBody(request);
        const key = await authorize(request, readKey(request, body));
        if (call.kind === "metrics") return Response.json({ success: true });
        const reply = await ingestBatch(deps, memory, key, batchOf(call, body));
        return Response.json(reply, { status: reply.success ? 200 : 400 });
      }),
    settings: (request, form, secret) =>
      answer(request, async () => {
        const given = secret ?? readKey(request, null);
        return Response.json(clientSettings(form, await authorize(request, given), given ?? "", new URL(address)));
      }),
  };
}

async function answer(request: Request, run: () => Promise<Response>): Promise<Response> {
  const headers = { ...crossOriginHeaders(request), "cache-control": "no-store" };
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers });
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    if (error instanceof DoorError) response = failed(error.status, error.message);
    else
      response = failed(
        500,
        `A fault of ours (reference ${logFailure("ingest", error)}). Nothing of this request was stored: send it again.`,
      );
  }
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function failed(status: number, message: string): Response {
  return Response.json({ success: false, error: { message } }, { status });
}

function batchOf(call: Exclude<IngestCall, { kind: "metrics" }>, body: unknown): IngestBatch {
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw new DoorError(400, "The body must be a JSON object.");
  if (call.kind === "item") return { items: [body], type: call.type, sentAtMs: null, isImport: false };
  const { batch, sentAt } = body as Record<string, unknown>;
  if (!Array.isArray(batch))
    throw new DoorError(400, 'batch: must be a list of items, such as { "batch": [ { "type": "track", … } ] }.');
  if (batch.length > INGEST_BATCH_ITEMS_MAX)
    throw new DoorError(413, `batch: holds ${batch.length} items. Send at most ${INGEST_BATCH_ITEMS_MAX} at a time.`);
  const sentAtMs = typeof sentAt === "string" ? Date.parse(sentAt) : typeof sentAt === "number" ? sentAt : Number.NaN;
  return {
    items: batch,
    type: null,
    sentAtMs: Number.isFinite(sentAtMs) ? sentAtMs : null,
    isImport: call.isImport,
  };
}
