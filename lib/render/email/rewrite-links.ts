import { encodeEntities } from "@/lib/render/encode-entities";

const ANCHOR = /(<a\b[^>]*?\bhref\s*=\s*)("([^"]*)"|'([^']*)')/gi;
const SAFE = /^(https?:|mailto:|tel:)/i;

/** Give every web link of rendered HTML to `track`; addresses of other kinds stay, unsafe ones (`javascript:`) go. */
export function rewriteLinks(html: string, track: (url: string) => string): string {
  return html.replace(ANCHOR, (_all, before: string, _quoted: string, double?: string, single?: string) => {
    const url = decodeEntities((double ?? single ?? "").trim());
    if (url.startsWith("#")) return `${before}"${encodeEntities(url)}"`;
    if (!SAFE.test(url)) return `${before}"#"`;
    return `${before}"${encodeEntities(isTracked(url) ? track(url) : url)}"`;
  });
}

export function isTracked(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function decodeEntities(text: string): string {
  return text
    .replace(/&quot;|&#34;|&#x22;/gi, '"')
    .replace(/&#39;|&#x27;|&apos;/gi, "'")
    .replace(/&lt;|&#60;/gi, "<")
    .replace(/&gt;|&#62;/gi, ">")
    .replace(/&colon;|&#0*58;|&#x0*3a;/gi, ":")
    .replace(/&(amp|#38);/gi, "&");
}
