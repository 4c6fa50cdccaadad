import type { IdentityKind } from "@/db/queries/ingest/subject-id";

/** An identifier and the subject it means. */
export interface IdentityRow {
  kind: IdentityKind;
  value: string;
  subjectId: string;
  subjectBucket: number;
}
