import type { Tx } from "@/db/transaction";

export interface TeamMember {
  id: string;
  name: string;
  role: string;
}

export async function loadTeam(tx: Tx): Promise<TeamMember[]> {
  return tx.query<TeamMember>(
    'select u.id, u.name, m.role from membership m join "user" u on u.id = m.user_id where m.workspace_id = $1 order by u.name',
    [tx.workspaceId],
  );
}
