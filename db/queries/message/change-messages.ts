import type { Tx } from "@/db/transaction";

export interface MessageChange {
  id: string;
  /** The change applies only to this attempt in this status: a worker that comes late changes nothing. */
  attempt: number;
  from: "queued" | "sending";
  to: "queued" | "sending" | "sent" | "failed" | "cancelled" | "uncertain";
  nextAttempt?: number;
  dueAt?: Date | null;
  leaseUntil?: Date | null;
  reasonCode?: string | null;
  reasonDetail?: Record<string, unknown>;
  /** The place it took under the caps is free again (RULES S5). */
  giveBack?: boolean;
  /** Merged into what is kept. */
  inputs?: Record<string, unknown>;
  providerId?: string | null;
  sentAt?: Date | null;
}

/** Apply changes to messages of one bucket; returns the ids that were still as expected. */
export async function changeMessages(tx: Tx, bucket: number, changes: readonly MessageChange[]): Promise<Set<string>> {
  if (changes.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `update message m
        set status = t.status, attempt = t.next_attempt, due_at = t.due_at, lease_until = t.lease_until, reason_code = t.reason_code,
            reason_detail = t.reason_detail, counted_at = case when t.give_back then null else m.counted_at end, inputs = m.inputs || t.inputs,
            provider_id = coalesce(t.provider_id, m.provider_id), sent_at = coalesce(m.sent_at, t.sent_at)
       from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::int[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::jsonb[],
                   $12::bool[], $13::jsonb[], $14::text[], $15::timestamptz[])
            as t (id, attempt, expected, status, next_attempt, due_at, lease_until, reason_code, reason_detail, give_back, inputs, provider_id, sent_at)
      where m.bucket = $1 and m.workspace_id = $2 and m.id = t.id and m.attempt = t.attempt and m.status = t.expected
      returning m.id`,
    [
      bucket,
      tx.workspaceId,
      changes.map((one) => one.id),
      changes.map((one) => one.attempt),
      changes.map((one) => one.from),
      changes.map((one) => one.to),
      changes.map((one) => one.nextAttempt ?? one.attempt),
      changes.map((one) => one.dueAt ?? null),
      changes.map((one) => one.leaseUntil ?? null),
      changes.map((one) => one.reasonCode ?? null),
      changes.map((one) => JSON.stringify(one.reasonDetail ?? {})),
      changes.map((one) => one.giveBack ?? false),
      changes.map((one) => JSON.stringify(one.inputs ?? {})),
      changes.map((one) => one.providerId ?? null),
      changes.map((one) => one.sentAt ?? null),
    ],
    "change-messages",
  );
  return new Set(rows.map((row) => row.id));
}
