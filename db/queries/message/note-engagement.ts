import type { Tx } from "@/db/transaction";

export type Engagement = "clicked" | "opened" | "seen";

const column = { clicked: "clicked_at", opened: "opened_at", seen: "seen_at" } as const satisfies Record<
  Engagement,
  string
>;

/** Note the first time a person did this with a message; false when it was noted before. Somebody who looks at an
 * uncertain message has it, so it counts as sent from then on. */
export async function noteEngagement(
  tx: Tx,
  bucket: number,
  messageId: string,
  how: Engagement,
  at: Date,
): Promise<boolean> {
  const name = column[how];
  const rows = await tx.query(
    `update message set ${name} = $4,
            sent_at = case when status = 'uncertain' then coalesce(sent_at, $4) else sent_at end,
            status = case when status = 'uncertain' then 'sent' else status end
      where bucket = $1 and workspace_id = $2 and id = $3 and ${name} is null returning id`,
    [bucket, tx.workspaceId, messageId, at],
    `note-${how}`,
  );
  return rows.length > 0;
}
