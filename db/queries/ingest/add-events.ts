import type { Tx } from "@/db/transaction";

export interface NewEvent {
  id: string;
  happenedAt: Date;
  type: string;
  name: string;
  personId: string | null;
  accountId: string | null;
  /** JSON text. */
  properties: string;
  /** JSON text. */
  context: string;
}

/** Store events of one bucket. */
export async function addEvents(tx: Tx, bucket: number, events: readonly NewEvent[], receivedAt: Date): Promise<void> {
  await tx.query(
    `insert into event (bucket, workspace_id, received_at, id, happened_at, type, name, person_id, account_id, properties, context)
     select $1, $2, $3, t.id, t.happened_at, t.type, t.name, t.person_id, t.account_id, t.properties, t.context
       from unnest($4::uuid[], $5::timestamptz[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::jsonb[], $11::jsonb[])
         as t (id, happened_at, type, name, person_id, account_id, properties, context)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      receivedAt,
      events.map((one) => one.id),
      events.map((one) => one.happenedAt),
      events.map((one) => one.type),
      events.map((one) => one.name),
      events.map((one) => one.personId),
      events.map((one) => one.accountId),
      events.map((one) => one.properties),
      events.map((one) => one.context),
    ],
    "add-events",
  );
}
