import { linkWorld } from "@/lib/http/recipient/link-world";
import { deadLinkPage, plainPage } from "@/lib/http/recipient/plain-page";
import { preferencesPage } from "@/lib/http/recipient/preferences-page";
import { readPreferences, savePreferences } from "@/lib/services/links/preferences";

const FORM_BYTES_MAX = 10_000;
type Route = { params: Promise<{ token: string }> };

export async function GET(_request: Request, { params }: Route): Promise<Response> {
  const found = await readPreferences(linkWorld(), (await params).token);
  return found ? preferencesPage(found, false) : deadLinkPage();
}

export async function POST(request: Request, { params }: Route): Promise<Response> {
  const text = await request.text();
  if (text.length > FORM_BYTES_MAX)
    return plainPage("Too much", "<h1>This form is too large</h1><p>Go back and save again.</p>", 413);
  const form = new URLSearchParams(text);
  const saved = await savePreferences(linkWorld(), (await params).token, {
    on: new Set(form.getAll("on")),
    noMarketing: form.has("none"),
  });
  return saved ? preferencesPage(saved, true) : deadLinkPage();
}
