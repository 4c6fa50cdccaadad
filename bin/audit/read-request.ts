export interface AuditRequest {
  /** Only this workspace, by the name in its address. */
  slug: string | undefined;
  /** A head printed by an earlier run: it must still be there. */
  seen: { number: number; hash: string } | undefined;
}

const USAGE = "Usage: npx waymark audit verify [workspace] [--seen <number>:<hash>]";

/** Read the arguments after `audit`. Throws the usage for anything else. */
export function readRequest(args: readonly string[]): AuditRequest {
  const [verb, ...rest] = args;
  const at = rest.indexOf("--seen");
  const noted = at < 0 ? undefined : /^(\d{1,10}):([0-9a-f]{64})$/.exec(rest[at + 1] ?? "");
  const [slug, ...more] = at < 0 ? rest : rest.toSpliced(at, 2);
  if (verb !== "verify" || noted === null || more.length > 0 || slug?.startsWith("-")) throw new Error(USAGE);
  if (noted && slug === undefined) throw new Error(`${USAGE}\n--seen needs the workspace it was noted for.`);
  return { slug, seen: noted && { number: Number(noted[1]), hash: noted[2] ?? "" } };
}
