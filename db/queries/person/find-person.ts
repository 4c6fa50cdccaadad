import type { Tx } from "@/db/transaction";
import { bucketOf } from "@/lib/hash/bucket-of";

export interface PersonRecord {
  id: string;
  bucket: number;
  externalId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  zone: string | null;
  region: string | null;
  traits: Record<string, unknown>;
  accountId: string | null;
  lastSeenAt: Date | null;
  createdAt: Date;
}

/** Null when there is none in this workspace. */
export async function findPerson(tx: Tx, id: string): Promise<PersonRecord | null> {
  const [row] = await tx.query<PersonRecord>(
    `select id, bucket, external_id as "externalId", name, email, phone, zone, region, traits, account_id as "accountId", last_seen_at as "lastSeenAt",
            created_at as "createdAt"
       from person where bucket = $1 and workspace_id = $2 and id = $3`,
    [bucketOf(id), tx.workspaceId, id],
  );
  return row ?? null;
}

export interface ConsentRecord {
  channel: string;
  purpose: string;
  state: string;
  source: string;
  wording: string;
  at: Date;
}

export async function listConsents(tx: Tx, person: { id: string; bucket: number }): Promise<ConsentRecord[]> {
  return tx.query<ConsentRecord>(
    "select channel, purpose, state, source, wording, at from consent where bucket = $1 and workspace_id = $2 and person_id = $3 order by channel, purpose",
    [person.bucket, tx.workspaceId, person.id],
  );
}

export interface PersonEventRow {
  id: string;
  at: Date;
  type: string;
  name: string;
  properties: Record<string, unknown>;
}

export async function listPersonEvents(
  tx: Tx,
  person: { id: string; bucket: number },
  since: Date,
  limit: number,
): Promise<PersonEventRow[]> {
  return tx.query<PersonEventRow>(
    `select id, happened_at as at, type, name, properties from event
      where bucket = $1 and workspace_id = $2 and person_id = $3 and received_at >= $4 order by happened_at desc, id limit $5`,
    [person.bucket, tx.workspaceId, person.id, since, limit],
  );
}
