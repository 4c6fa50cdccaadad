import type { Tx } from "@/db/transaction";

export interface NewPerson {
  id: string;
  externalId: string;
  email: string | null;
  phone: string | null;
  name: string | null;
}

/** The row a person has from the first moment; everything else is the tick's to write. */
export async function addPeople(tx: Tx, bucket: number, people: readonly NewPerson[], at: Date): Promise<void> {
  await tx.query(
    `insert into person (bucket, workspace_id, id, external_id, email, phone, name, last_seen_at, created_at)
     select $1, $2, t.id, t.external_id, t.email, t.phone, t.name, $8, $8
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) as t (id, external_id, email, phone, name)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      people.map((one) => one.id),
      people.map((one) => one.externalId),
      people.map((one) => one.email),
      people.map((one) => one.phone),
      people.map((one) => one.name),
      at,
    ],
    "add-people",
  );
}
