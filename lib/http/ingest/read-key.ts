/** The write key of a request: user name of basic authorization, else `writeKey` of the body, else of the address
 * (beacons can carry nothing else). */
export function readKey(request: Request, body: unknown): string | null {
  const [, encoded] = /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (encoded) {
    const [name] = Buffer.from(encoded, "base64").toString("utf8").split(":");
    if (name) return name;
  }
  if (
    body !== null &&
    typeof body === "object" &&
    "writeKey" in body &&
    typeof body.writeKey === "string" &&
    body.writeKey
  )
    return body.writeKey;
  return new URL(request.url).searchParams.get("writeKey");
}
