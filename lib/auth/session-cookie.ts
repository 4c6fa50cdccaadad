/** Names carry the port, so that two Waymarks on one host do not sign each other out. */
export function sessionCookies(url: string) {
  const { protocol, port } = new URL(url);
  const secure = protocol === "https:";
  const tail = port === "" ? "" : `-${port}`;
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  return {
    sessionToken: { name: `${secure ? "__Host-" : ""}waymark-session${tail}`, options },
    callbackUrl: { name: `${secure ? "__Host-" : ""}waymark-return${tail}`, options },
    csrfToken: { name: `${secure ? "__Host-" : ""}waymark-csrf${tail}`, options },
  };
}
