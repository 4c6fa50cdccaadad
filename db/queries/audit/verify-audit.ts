import { type AuditEntry, hashAudit } from "@/db/queries/audit/add-audit";
import type { Tx } from "@/db/transaction";

const PAGE_ROWS = 1000;

export interface AuditVerdict {
  /** How many entries were read up to the first that is wrong. */
  entries: number;
  /** The last good entry. Kept elsewhere, it shows later whether the end of the log was cut off or all of it made anew. */
  head: { number: number; hash: string } | null;
  /** The first entry that is wrong. */
  problem: { number: number; what: string } | null;
}

type AuditRow = AuditEntry & { number: number; hash: string };

/** Walk the chain of the transaction's workspace. `seen` is a head noted earlier: it must still be there as it was. */
export async function verifyAudit(tx: Tx, seen?: { number: number; hash: string }): Promise<AuditVerdict> {
  let head: AuditVerdict["head"] = null;
  let entries = 0;
  const wrong = (number: number, what: string): AuditVerdict => ({ entries, head, problem: { number, what } });
  for (;;) {
    const page: AuditRow[] = await tx.query<AuditRow & Record<string, unknown>>(
      "select number, at, actor, verb, subject, detail, hash from audit where workspace_id = $1 and number > $2 order by number limit $3",
      [tx.workspaceId, head?.number ?? -2_147_483_648, PAGE_ROWS],
    );
    for (const row of page) {
      const expected: number = (head?.number ?? 0) + 1;
      if (row.number < expected) return wrong(row.number, "was inserted before the first entry");
      if (row.number > expected) return wrong(expected, "is missing");
      if (row.hash !== hashAudit(head?.hash ?? "", row.number, row))
        return wrong(row.number, "was changed or inserted, or an entry before it was removed and the rest renumbered");
      if (row.number === seen?.number && row.hash !== seen.hash)
        return wrong(row.number, "is not the entry that was noted");
      head = { number: row.number, hash: row.hash };
      entries++;
    }
    if (page.length < PAGE_ROWS) break;
  }
  if (seen && (head?.number ?? 0) < seen.number)
    return wrong((head?.number ?? 0) + 1, "is missing: the end of the log was cut off");
  return { entries, head, problem: null };
}
