import { deadLinkPage } from "@/lib/http/recipient/plain-page";
import { askedBy, linkWorld } from "@/lib/http/recipient/link-world";
import { recordClick } from "@/lib/services/links/record-engagement";

type Route = { params: Promise<{ token: string }> };

/** A tracked link. It leads only where its own signature says. */
async function follow(request: Request, { params }: Route): Promise<Response> {
  const { token } = await params;
  const target = await recordClick(linkWorld(), token, askedBy(request));
  if (target === null || !/^https?:\/\//i.test(target)) return deadLinkPage();
  return new Response(null, {
    status: 302,
    headers: {
      location: target,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}

export { follow as GET, follow as HEAD };
