import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import { AppError } from "@/lib/errors/app-error";
import { database } from "@/lib/http/database";
import { checkOrigin, crossOriginHeaders } from "@/lib/http/ingest/cross-origin";
import { DoorError } from "@/lib/http/ingest/door-error";
import { readBody } from "@/lib/http/ingest/read-body";
import { readKey } from "@/lib/http/ingest/read-key";
import { failure } from "@/lib/http/failure";
import { parse } from "@/lib/services/define-verb";
import type { Reader } from "@/lib/services/in-app/find-reader";
import type { InAppWorld } from "@/lib/services/in-app/in-app";
import { findKey } from "@/lib/services/ingest/find-key";
import { IngestMemory } from "@/lib/services/ingest/ingest-memory";

const reader = z.object({
  userId: z.string().min(1).max(500).optional(),
  userHash: z.string().max(200).optional(),
  anonymousId: z.string().min(1).max(500).optional(),
});
const memory = new IngestMemory();

/** The one way in for a customer's app: its write key, its origin, and whom it reads for, from body or address. */
export async function inAppDoor(
  request: Request,
  run: (world: InAppWorld, key: FoundWriteKey, reader: Reader) => Promise<Response>,
): Promise<Response> {
  const headers = { ...crossOriginHeaders(request), "cache-control": "no-store" };
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers });
  const response = await answer(request, run).catch((error: unknown) =>
    error instanceof DoorError
      ? Response.json({ error: { message: error.message } }, { status: error.status })
      : failure("in-app", error),
  );
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

async function answer(request: Request, run: Parameters<typeof inAppDoor>[1]): Promise<Response> {
  const body = request.method === "POST" ? await readBody(request) : null;
  const world = { database: database(), now: () => new Date() };
  const secret = readKey(request, body);
  const key = secret && (await findKey({ ...world, newId: randomUUID }, memory, secret));
  if (!key)
    throw new AppError(
      "signed_out",
      "The write key is missing, not known here or revoked. Give it as the user name of basic authorization.",
    );
  checkOrigin(request, key);
  const given = body ?? Object.fromEntries(new URL(request.url).searchParams);
  return run(world, key, parse(reader, given));
}
