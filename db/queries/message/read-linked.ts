import type { Tx } from "@/db/transaction";

/** What a link in a message acts on. */
export interface LinkedMessage {
  id: string;
  personId: string;
  journeyId: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  subjectId: string;
  subjectBucket: number;
  stepId: string | null;
  visit: number;
  channel: string;
  purpose: string;
  sentAt: Date | null;
  isTest: boolean;
}

export async function readLinked(tx: Tx, bucket: number, messageId: string): Promise<LinkedMessage | null> {
  const [row] = await tx.query<LinkedMessage & Record<string, unknown>>(
    `select id, person_id as "personId", journey_id as "journeyId", version_id as "versionId", enrollment_id as "enrollmentId",
            subject_id as "subjectId", subject_bucket as "subjectBucket", step_id as "stepId", visit, channel, purpose, sent_at as "sentAt",
            coalesce((inputs->>'isTest')::boolean, false) as "isTest"
       from message where bucket = $1 and workspace_id = $2 and id = $3`,
    [bucket, tx.workspaceId, messageId],
    "read-linked",
  );
  return row ?? null;
}
