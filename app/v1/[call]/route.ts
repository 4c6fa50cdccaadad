import { ingest } from "@/lib/http/ingest/ingest";

export const dynamic = "force-dynamic";

async function answer(request: Request, { params }: { params: Promise<{ call: string }> }): Promise<Response> {
  return ingest().track(request, (await params).call);
}

export { answer as GET, answer as OPTIONS, answer as POST };
