import type { Tx } from "@/db/transaction";

export interface TouchpointCounts {
  reached: number;
  answered: number;
  answeredOrOpened: number;
}

/** Messages sent and calls, meetings and e-mails done since a time, and how many were answered. */
export async function countTouchpoints(tx: Tx, since: Date): Promise<TouchpointCounts> {
  const [messages] = await tx.query<TouchpointCounts>(
    `select count(*)::int as reached, count(*) filter (where clicked_at is not null or replied_at is not null)::int as answered,
            count(*) filter (where clicked_at is not null or replied_at is not null or opened_at is not null)::int as "answeredOrOpened"
       from message where workspace_id = $1 and sent_at >= $2 and channel <> 'webhook' and bounced_at is null`,
    [tx.workspaceId, since],
  );
  const [tasks] = await tx.query<{ reached: number; answered: number }>(
    `select count(*)::int as reached, count(*) filter (where outcome in ('reached', 'done'))::int as answered
       from task where workspace_id = $1 and status = 'done' and type <> 'to_do' and closed_at >= $2`,
    [tx.workspaceId, since],
  );
  const [m, t] = [messages ?? { reached: 0, answered: 0, answeredOrOpened: 0 }, tasks ?? { reached: 0, answered: 0 }];
  return {
    reached: m.reached + t.reached,
    answered: m.answered + t.answered,
    answeredOrOpened: m.answeredOrOpened + t.answered,
  };
}
