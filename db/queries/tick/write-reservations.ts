import type { Tx } from "@/db/transaction";
import type { AddressedMessage } from "@/lib/contract/inbox-item";
import type { GateRequest } from "@/lib/policy/gate-types";

export interface ReservationToWrite {
  accountId: string;
  request: GateRequest;
  messageId: string;
  personId: string;
  personBucket: number;
  /** Of an account journey's own message: what the recipient's bucket is told once a place is given. */
  address: AddressedMessage | null;
  /** Why it waits: the gate's reason code. */
  reasonCode: string | null;
  status: "waiting" | "given" | "refused" | "returned";
  dueAtMs: number | null;
  countedAtMs: number | null;
  askedAtMs: number;
}

const date = (ms: number | null) => (ms === null ? null : new Date(ms));

export async function writeReservations(tx: Tx, bucket: number, rows: readonly ReservationToWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into reservation (bucket, workspace_id, account_id, key, journey_id, channel, status, request, message_id, person_id, person_bucket,
                              address, reason_code, due_at, counted_at, asked_at)
     select $1, $2, t.* from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::jsonb[], $9::uuid[], $10::uuid[], $11::int[],
       $12::jsonb[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::timestamptz[]) as t
     on conflict (bucket, workspace_id, account_id, key) do update set
       status = excluded.status, reason_code = excluded.reason_code, due_at = excluded.due_at, counted_at = excluded.counted_at, asked_at = excluded.asked_at`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.accountId),
      rows.map((row) => row.request.key),
      rows.map((row) => row.request.journeyId),
      rows.map((row) => row.request.channel),
      rows.map((row) => row.status),
      rows.map((row) => JSON.stringify(row.request)),
      rows.map((row) => row.messageId),
      rows.map((row) => row.personId),
      rows.map((row) => row.personBucket),
      rows.map((row) => (row.address === null ? null : JSON.stringify(row.address))),
      rows.map((row) => row.reasonCode),
      rows.map((row) => date(row.dueAtMs)),
      rows.map((row) => date(row.countedAtMs)),
      rows.map((row) => new Date(row.askedAtMs)),
    ],
    "write-reservations",
  );
}
