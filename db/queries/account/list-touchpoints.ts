import type { Tx } from "@/db/transaction";
import type { MemberRow } from "@/db/queries/account/list-members";

export interface MessageTouchRow {
  id: string;
  personId: string;
  versionId: string | null;
  journeyId: string | null;
  stepId: string | null;
  channel: string;
  subject: string | null;
  status: string;
  isAutomated: boolean;
  reasonCode: string | null;
  reasonDetail: Record<string, unknown>;
  createdAt: Date;
  dueAt: Date | null;
  sentAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  repliedAt: Date | null;
}

const columns = `id, person_id as "personId", version_id as "versionId", journey_id as "journeyId", step_id as "stepId", channel, inputs->>'subject' as subject, status,
  is_automated as "isAutomated", reason_code as "reasonCode", reason_detail as "reasonDetail", created_at as "createdAt", due_at as "dueAt", sent_at as "sentAt",
  opened_at as "openedAt", clicked_at as "clickedAt", replied_at as "repliedAt"`;

/** Messages to the people of an account since a time, newest first. */
export async function listMemberMessages(
  tx: Tx,
  members: readonly Pick<MemberRow, "id" | "bucket">[],
  since: Date,
  limit: number,
): Promise<MessageTouchRow[]> {
  if (members.length === 0) return [];
  return tx.query<MessageTouchRow>(
    `select ${columns} from message
      where bucket = any($1::int[]) and workspace_id = $2 and person_id = any($3::uuid[]) and created_at >= $4 and channel <> 'webhook'
      order by created_at desc limit $5`,
    [
      [...new Set(members.map((member) => member.bucket))],
      tx.workspaceId,
      members.map((member) => member.id),
      since,
      limit,
    ],
  );
}

export async function listPersonMessages(
  tx: Tx,
  person: { id: string; bucket: number },
  limit: number,
): Promise<MessageTouchRow[]> {
  return listMemberMessages(tx, [person], new Date(0), limit);
}
