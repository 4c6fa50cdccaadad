import { readFileSync, statSync } from "node:fs";

/** A user of the host to run the server as; undefined means the one we already are. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * Postgres refuses to run as root, so root runs it as whoever owns the data already, else as `nobody`, who exists on
 * every Unix. No user is ever created on the host.
 */
export function serverUser(clusterDir?: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = clusterDir === undefined ? undefined : statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody();
}

function nobody(): ServerUser {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  const unsigned = (id: string | undefined) => (id === undefined ? 65_534 : Number(id) >>> 0);
  return { uid: unsigned(uid), gid: unsigned(gid) };
}
