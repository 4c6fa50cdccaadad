/** Faster than this after the provider took the message, nobody has read it. */
export const HUMAN_MIN_MS = 1_000;
/** Until then a request that also does not look like a browser's page view is a gateway trying the link. */
const GATEWAY_MAX_MS = 10_000;

export interface LinkRequest {
  method: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Since the provider accepted the message; null when unknown. */
  sinceSentMs: number | null;
}

const scannerAgents =
  /barracuda|mimecast|proofpoint|safelinks|fireeye|trendmicro|sophos|symantec|forcepoint|cisco|ironport|bitdefender|kaspersky|cloudmark|zscaler|messagelabs|virustotal|urlscan|bot\b|crawler|spider|preview|slurp|facebookexternalhit|slackbot|whatsapp|telegrambot|skypeuripreview|microsoft office|ms-office|outlook-?ios-?prefetch|python-requests|python-urllib|go-http-client|libwww|curl\/|wget\//i;
const imageProxies = /googleimageproxy|yahoomailproxy|ggpht\.com|mailproxy|apple.*privacy/i;
const prefetches = ["purpose", "x-purpose", "x-moz", "sec-purpose"] as const;
/** Pages of link wrappers that open the address themselves before they let anyone through. */
const wrappers =
  /safelinks\.protection\.outlook\.com|urldefense\.(com|proofpoint\.com)|mimecastprotect\.com|mimecast\.com\/s\/|linkprotect\.cudasvc\.com/i;

export type ScannerReason = "method" | "prefetch" | "agent" | "too_fast" | "gateway" | "wrapper";

/** Why a click is not a person's, or null when nothing speaks against it. Clicks by scanners are not engagement. */
export function scannerOfClick({ method, headers, sinceSentMs }: LinkRequest): ScannerReason | null {
  if (method !== "GET") return "method";
  if (prefetches.some((name) => /prefetch|preview|prerender/i.test(headers[name] ?? ""))) return "prefetch";
  const agent = headers["user-agent"] ?? "";
  if (agent === "" || scannerAgents.test(agent)) return "agent";
  if (sinceSentMs !== null && sinceSentMs < HUMAN_MIN_MS) return "too_fast";
  const looksLikePage = /text\/html/i.test(headers.accept ?? "") && (headers["accept-language"] ?? "") !== "";
  if (sinceSentMs !== null && sinceSentMs < GATEWAY_MAX_MS && !looksLikePage) return "gateway";
  if (wrappers.test(headers.referer ?? "") && !looksLikePage) return "wrapper";
  return null;
}

/** Why an opened picture is not a person's look. Mail programs load pictures themselves, so accept headers say nothing. */
export function scannerOfOpen({ method, headers, sinceSentMs }: LinkRequest): ScannerReason | null {
  if (method !== "GET") return "method";
  const agent = headers["user-agent"] ?? "";
  if (agent === "" || agent === "Mozilla/5.0" || imageProxies.test(agent) || scannerAgents.test(agent)) return "agent";
  if (sinceSentMs !== null && sinceSentMs < HUMAN_MIN_MS) return "too_fast";
  return null;
}
