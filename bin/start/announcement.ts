const DEMO_ROLES = ["admin", "manager", "marketer", "csm", "viewer"];
const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** What to say once everything is up. */
export function announcement({ url, host, demo }: { url: string; host: string; demo: boolean }): string[] {
  if (!demo) return [`Waymark is at ${url}`];
  const line = `Waymark is at ${url} · sign in as ${DEMO_ROLES.map((role) => `${role}@demo.test`).join(", ")} with password waymark`;
  if (LOOPBACK.has(host)) return [line];
  return [
    line,
    "Other machines can reach it, and the demo passwords are public. Set WAYMARK_DEMO=0, or leave out HOST.",
  ];
}
