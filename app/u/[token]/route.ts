import { linkWorld } from "@/lib/http/recipient/link-world";
import { optOutPage } from "@/lib/http/recipient/opt-out-page";
import { deadLinkPage } from "@/lib/http/recipient/plain-page";
import { optOut, readOptOut } from "@/lib/services/links/preferences";

type Route = { params: Promise<{ token: string }> };

/** Asks. Never unsubscribes: scanners open every link. */
export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const place = await readOptOut(linkWorld(), (await params).token);
  return place ? optOutPage(place) : deadLinkPage();
}

/** The page's button, and the one click of a mail program (RFC 8058), which sends nobody's cookies. */
export async function POST(_request: Request, { params }: Route): Promise<Response> {
  const place = await optOut(linkWorld(), (await params).token);
  return place ? optOutPage(place) : deadLinkPage();
}
