import type { MessageToWrite } from "@/db/queries/tick/write-messages";
import type { ReservationToWrite } from "@/db/queries/tick/write-reservations";
import type { Tx } from "@/db/transaction";
import type { GateRequest } from "@/lib/policy/gate-types";

const ms = (at: Date | null) => at?.getTime() ?? null;

/** Messages the gate has not let go yet. */
export async function loadOpenMessages(
  tx: Tx,
  bucket: number,
  personIds: readonly string[],
): Promise<MessageToWrite[]> {
  const rows = await tx.query<
    Record<string, never> & { due_at: Date | null; stale_at: Date | null; created_at: Date; counted_at: Date | null }
  >(
    `select id, key, person_id as "personId", account_id as "accountId", account_bucket as "accountBucket", journey_id as "journeyId",
            version_id as "versionId", enrollment_id as "enrollmentId", subject_id as "subjectId", subject_bucket as "subjectBucket",
            step_id as "stepId", visit, channel, purpose, topic, priority, is_automated as "isAutomated", survives_exit as "survivesExit",
            status, reason_code as "reasonCode", reason_detail as "reasonDetail", due_at, stale_at, counted_at, created_at
       from message where bucket = $1 and workspace_id = $2 and person_id = any($3::uuid[]) and status in ('asking', 'held')
      order by priority desc, created_at, id`,
    [bucket, tx.workspaceId, personIds],
    "load-open-messages",
  );
  return rows.map(({ due_at, stale_at, counted_at, created_at, ...row }) => ({
    ...(row as unknown as MessageToWrite),
    dueAtMs: ms(due_at),
    staleAtMs: ms(stale_at),
    countedAtMs: ms(counted_at),
    createdAtMs: created_at.getTime(),
  }));
}

/** Reservations that wait, and those the batch asks about again. */
export async function loadReservations(
  tx: Tx,
  bucket: number,
  accountIds: readonly string[],
  keys: readonly string[],
): Promise<ReservationToWrite[]> {
  const rows = await tx.query<{
    accountId: string;
    request: GateRequest;
    messageId: string;
    personId: string;
    personBucket: number;
    status: ReservationToWrite["status"];
    address: ReservationToWrite["address"];
    reasonCode: string | null;
    due_at: Date | null;
    counted_at: Date | null;
    asked_at: Date;
  }>(
    `select account_id as "accountId", request, message_id as "messageId", person_id as "personId", person_bucket as "personBucket",
            status, address, reason_code as "reasonCode", due_at, counted_at, asked_at
       from reservation
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and (status = 'waiting' or key = any($4::text[]))
      order by asked_at, key`,
    [bucket, tx.workspaceId, accountIds, keys],
    "load-reservations",
  );
  return rows.map(({ due_at, counted_at, asked_at, ...row }) => ({
    ...row,
    dueAtMs: ms(due_at),
    countedAtMs: ms(counted_at),
    askedAtMs: asked_at.getTime(),
  }));
}
