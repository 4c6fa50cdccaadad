import { randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import { bucketOf } from "@/lib/hash/bucket-of";

const DAY_MS = 86_400_000;

export interface TestCustomer {
  accountId: string;
  personId: string;
  bucket: number;
}

/** An account in Adoption with one person who used it daily for five weeks up to `now`, and an owner. */
export async function addCustomer(
  database: Database,
  workspaceId: string,
  now: Date,
  options: { name?: string; ownerId?: string; stageDays?: number } = {},
): Promise<TestCustomer> {
  const [accountId, personId] = [randomUUID(), randomUUID()];
  const bucket = bucketOf(accountId);
  const personBucket = bucketOf(personId);
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const stageDays = options.stageDays ?? 30;
  await database.transaction(workspaceId, async (tx) => {
    await tx.query(
      `insert into account (bucket, workspace_id, id, external_id, name, traits, arr, plan, contract_start, contract_end, owner_id, stage, stage_entered_at)
       values ($1, $2, $3, $4, $5, '{"seats": 2, "nps": 40}', 50000, 'Team', $6, $7, $8, 'adoption', $9)`,
      [
        bucket,
        workspaceId,
        accountId,
        `ext-${accountId}`,
        options.name ?? "Northwind",
        ago(stageDays + 60),
        ago(-60),
        options.ownerId ?? null,
        ago(stageDays),
      ],
    );
    await tx.query(
      `insert into stage_stay (bucket, workspace_id, account_id, stage, entered_at, left_at, manner)
       values ($1, $2, $3, 'onboarding', $4, $5, 'met'), ($1, $2, $3, 'adoption', $5, null, 'met')`,
      [bucket, workspaceId, accountId, ago(stageDays + 60), ago(stageDays)],
    );
    await tx.query(
      `insert into person (bucket, workspace_id, id, external_id, email, name, account_id, account_bucket, created_at, last_seen_at) values ($1, $2, $3, $4, $5, 'Kim Park', $6, $7, $8, $8)`,
      [personBucket, workspaceId, personId, `user-${personId}`, `${personId}@example.test`, accountId, bucket, now],
    );
    await tx.query(
      `insert into account_member (bucket, workspace_id, account_id, person_id, person_bucket, role, is_primary, joined_at) values ($1, $2, $3, $4, $5, 'admin', 1, $6)`,
      [bucket, workspaceId, accountId, personId, personBucket, ago(stageDays + 60)],
    );
    for (let day = 0; day < 35; day++) {
      await tx.query(
        `insert into account_day (bucket, workspace_id, account_id, day, name, count, persons) values ($1, $2, $3, $4, 'signed_in', 2, $5)`,
        [bucket, workspaceId, accountId, ago(day).toISOString().slice(0, 10), [personId]],
      );
    }
    await tx.query(
      `insert into account_day (bucket, workspace_id, account_id, day, name, count, persons) values ($1, $2, $3, $4, 'feature_activated', 2, $5)`,
      [bucket, workspaceId, accountId, ago(300).toISOString().slice(0, 10), [personId]],
    );
    await tx.query(
      `insert into event (bucket, workspace_id, id, received_at, happened_at, type, name, person_id, account_id) values ($1, $2, $3, $4, $4, 'track', 'feature_activated', $5, $6)`,
      [personBucket, workspaceId, randomUUID(), ago(3), personId, accountId],
    );
    await tx.query(
      `insert into message (bucket, workspace_id, id, key, person_id, account_id, subject_id, subject_bucket, channel, purpose, status, inputs, created_at, sent_at, clicked_at)
       values ($1, $2, $3, $4, $5, $6, $5, $1, 'email', 'service', 'sent', '{"subject": "Feature tips"}', $7, $7, $7)`,
      [personBucket, workspaceId, randomUUID(), randomUUID(), personId, accountId, ago(2)],
    );
    await tx.query(
      `insert into decision (bucket, workspace_id, subject_id, code, detail, at) values ($1, $2, $3, 'not_sent', '{"because": "quiet_hours", "fromMinute": 1260, "toMinute": 480, "zone": "UTC"}', $4)`,
      [personBucket, workspaceId, personId, ago(1)],
    );
  });
  return { accountId, personId, bucket };
}
