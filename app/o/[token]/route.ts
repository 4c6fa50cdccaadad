import { askedBy, linkWorld } from "@/lib/http/recipient/link-world";
import { recordOpen } from "@/lib/services/links/record-engagement";

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** The picture that says a mail was opened. */
async function show(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  if (!(await recordOpen(linkWorld(), token, askedBy(request)))) return new Response(null, { status: 404 });
  return new Response(PIXEL, { headers: { "content-type": "image/gif", "cache-control": "no-store, private" } });
}

export { show as GET, show as HEAD };
