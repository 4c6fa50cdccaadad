import { ingest } from "@/lib/http/ingest/ingest";

export const dynamic = "force-dynamic";

async function answer(request: Request): Promise<Response> {
  return ingest().track(request, "batch");
}

export { answer as OPTIONS, answer as POST };
