import type { Tx } from "@/db/transaction";

/** An anonymous person became known: show the sender's userId from now on. */
export async function namePeople(
  tx: Tx,
  bucket: number,
  people: readonly { id: string; externalId: string }[],
): Promise<void> {
  await tx.query(
    `update person p set external_id = t.external_id
       from unnest($3::uuid[], $4::text[]) as t (id, external_id)
      where p.bucket = $1 and p.workspace_id = $2 and p.id = t.id`,
    [bucket, tx.workspaceId, people.map((one) => one.id), people.map((one) => one.externalId)],
    "name-people",
  );
}
