/** Where to go after signing in: a path of this site, else `/`. Another site's address never gets through. */
export function safeReturn(to: string | undefined): string {
  if (!to?.startsWith("/") || to.startsWith("//") || to.includes("\\")) return "/";
  const url = new URL(to, "http://here.invalid");
  if (url.origin !== "http://here.invalid" || url.pathname.startsWith("/sign-in")) return "/";
  return url.pathname + url.search;
}
