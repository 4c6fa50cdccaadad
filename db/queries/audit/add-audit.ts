import { createHash } from "node:crypto";
import type { Tx } from "@/db/transaction";

export interface AuditEntry {
  at: Date;
  actor: string;
  verb: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** Append to the workspace's chain: each entry's hash covers the one before, so a removed or changed row shows. */
export async function addAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 11))", [tx.workspaceId]);
  const [last] = await tx.query<{ number: number; hash: string }>(
    "select number, hash from audit where workspace_id = $1 order by number desc limit 1",
    [tx.workspaceId],
  );
  const number = (last?.number ?? 0) + 1;
  const hash = hashAudit(last?.hash ?? "", number, entry);
  await tx.query(
    "insert into audit (workspace_id, number, at, actor, verb, subject, detail, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [tx.workspaceId, number, entry.at, entry.actor, entry.verb, entry.subject, JSON.stringify(entry.detail), hash],
  );
}

/** Over what a reader of the row gets back: `detail` as JSON keeps it (dates are texts, what is undefined is not there). */
export function hashAudit(before: string, number: number, entry: AuditEntry): string {
  const text = JSON.stringify([
    before,
    number,
    entry.at.toISOString(),
    entry.actor,
    entry.verb,
    entry.subject,
    sorted(JSON.parse(JSON.stringify(entry.detail))),
  ]);
  return createHash("sha256").update(text).digest("hex");
}

/** jsonb does not keep the order of keys, so the hash must not depend on it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
