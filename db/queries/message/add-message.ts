import type { Tx } from "@/db/transaction";

export interface NewMessage {
  id: string;
  key: string;
  bucket: number;
  personId: string;
  channel: string;
  purpose: string;
  inputs: Record<string, unknown>;
  at: Date;
}

/** Queue a message that no journey asked for, such as a test: not automated, so no cap counts it and nothing holds it. */
export async function addMessage(tx: Tx, { bucket, ...message }: NewMessage): Promise<void> {
  await tx.query(
    `insert into message (bucket, workspace_id, id, key, person_id, subject_id, subject_bucket, channel, purpose, is_automated, status, due_at, inputs, created_at)
     values ($1, $2, $3, $4, $5, $5, $1, $6, $7, false, 'queued', $8, $9, $8)`,
    [
      bucket,
      tx.workspaceId,
      message.id,
      message.key,
      message.personId,
      message.channel,
      message.purpose,
      message.at,
      JSON.stringify(message.inputs),
    ],
    "add-message",
  );
  tx.wake(bucket, "deliver");
}
