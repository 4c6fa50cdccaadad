import type { LinkedMessage } from "@/db/queries/message/read-linked";
import type { Tx } from "@/db/transaction";

/** A link was opened by a machine: kept as a decision that can be read, and nowhere counted as engagement. */
export async function addScannerDecision(
  tx: Tx,
  bucket: number,
  message: LinkedMessage,
  detail: Record<string, unknown>,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into decision (bucket, workspace_id, subject_id, enrollment_id, journey_id, version_id, step_id, visit, code, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'engagement.scanner', $9, $10)`,
    [
      bucket,
      tx.workspaceId,
      message.personId,
      message.enrollmentId,
      message.journeyId,
      message.versionId,
      message.stepId,
      message.visit,
      JSON.stringify({ messageId: message.id, ...detail }),
      at,
    ],
  );
}
