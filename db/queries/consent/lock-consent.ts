import type { Tx } from "@/db/transaction";

/** Parts claiming messages (shared) from writing a refusal (alone), per bucket and until commit: whoever claims after a
 * refusal was acknowledged has seen it. Claims do not hinder each other. */
export async function lockConsent(tx: Tx, bucket: number, manner: "shared" | "alone"): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock${manner === "shared" ? "_shared" : ""}(hashtextextended($1, 12))`, [
    `${tx.workspaceId} ${bucket}`,
  ]);
}
