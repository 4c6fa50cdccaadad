import { ingest } from "@/lib/http/ingest/ingest";

export const dynamic = "force-dynamic";

async function answer(request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  return ingest().settings(request, "segment", (await params).key);
}

export { answer as GET, answer as OPTIONS };
