import { ingest } from "@/lib/http/ingest/ingest";

export const dynamic = "force-dynamic";

async function answer(request: Request): Promise<Response> {
  return ingest().settings(request, "rudder", null);
}

export { answer as GET, answer as OPTIONS };
