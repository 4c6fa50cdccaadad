import type { QueryResultRow } from "pg";

/** What delivering needs of a row. */
export interface QueuedMessage extends QueryResultRow {
  id: string;
  key: string;
  personId: string;
  accountId: string | null;
  accountBucket: number | null;
  versionId: string | null;
  enrollmentId: string | null;
  /** Whom the enrollment moves and in which bucket. */
  subjectId: string;
  subjectBucket: number;
  stepId: string | null;
  visit: number;
  channel: string;
  purpose: string;
  topic: string;
  isAutomated: boolean;
  attempt: number;
  countedAt: Date | null;
  inputs: Record<string, unknown>;
}

export const queuedColumns = `id, key, person_id as "personId", account_id as "accountId", account_bucket as "accountBucket", version_id as "versionId",
  enrollment_id as "enrollmentId", subject_id as "subjectId", subject_bucket as "subjectBucket", step_id as "stepId", visit, channel, purpose, topic, is_automated as "isAutomated", attempt, counted_at as "countedAt", inputs`;
